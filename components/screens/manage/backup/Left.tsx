import { useServices } from '../services'
import { lossesFor, type PlainFormat } from './export-formats'
import { LossList } from './LossList'

/** What a copy in this format would leave out of the vault that is open; nothing for our own. */
export function Left({ format }: { readonly format: PlainFormat }) {
  const { model } = useServices()
  const document = model.document.value
  const losses = document && lossesFor(format, document)
  return losses && <LossList losses={losses} />
}
