import { useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { Notice } from '@/components/ui/Notice'
import { maxPasskeys } from '@/utils/vault/passkey-slot'
import { AddPasskey } from './AddPasskey'
import { PasskeyList } from './PasskeyList'
import { type KnownPasskeys, usePasskeys } from './use-passkeys'

/** The second way in: what it is, which there are, one more. */
export function PasskeyCard() {
  const known = usePasskeys()
  return (
    <Card title={t('manage_passkeys_title')} text={t('manage_passkeys_text')}>
      {known && <Body {...known} />}
    </Card>
  )
}

function Body({ support, questions }: KnownPasskeys) {
  const [adding, setAdding] = useState(false)
  const isFull = questions.length >= maxPasskeys
  return (
    <>
      <PasskeyList questions={questions} />
      {support === 'not-in-extensions' && <Notice>{t('manage_passkeys_not_here')}</Notice>}
      {support === 'browser-too-old' && <Notice>{t('manage_passkeys_too_old')}</Notice>}
      {isFull && <Notice>{t('error_passkey_limit')}</Notice>}
      {support === 'supported' && !isFull && (
        <div>
          <Button data-testid="add-passkey" onClick={() => setAdding(true)}>
            {t('manage_passkey_add')}
          </Button>
        </div>
      )}
      {adding && <AddPasskey questions={questions} onClose={() => setAdding(false)} />}
    </>
  )
}
