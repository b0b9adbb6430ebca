import { useEffect } from 'preact/hooks'
import { productName } from '@/utils/product'

/** Names the tab after what it shows. Never after anything in the vault. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title.includes(productName) ? title : `${title} · ${productName}`
  }, [title])
}
