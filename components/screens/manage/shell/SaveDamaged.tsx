import { useEffect, useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { toRescueFile } from '@/utils/vault/rescue-file'
import type { DamagedPiece } from '@/utils/vault/vault'
import { saveFile } from '../backup/save-file'
import { useServices } from '../services'

/** The way to what was found damaged; nothing where nothing ever was. */
export function SaveDamaged() {
  const { vault, now } = useServices()
  const [pieces, setPieces] = useState<readonly DamagedPiece[]>([])
  useEffect(() => {
    void vault.damaged(now()).then(setPieces, () => setPieces([]))
  }, [vault, now])
  if (pieces.length === 0) return null
  return (
    <Button
      icon="download"
      data-testid="save-damaged"
      onClick={() => saveFile('sixpence-damaged.json', toRescueFile(pieces))}
    >
      {t('health_save_damaged')}
    </Button>
  )
}
