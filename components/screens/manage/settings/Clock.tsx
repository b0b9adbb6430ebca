import { useState } from 'preact/hooks'
import { accountTitle } from '@/components/account/account-title'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { Field } from '@/components/ui/Field'
import { Select } from '@/components/ui/Select'
import { useWork } from '@/components/ui/use-work'
import { AppError } from '@/utils/errors/app-error'
import { driftFromCode } from '@/utils/otp/clock-drift'
import type { Account, VaultDocument } from '@/utils/vault/document'
import form from '../form.module.css'
import { useServices } from '../services'
import styles from './Clock.module.css'

const minuteMs = 60_000

/** What to do when sites refuse codes: compare with another device, keep the difference. */
export function Clock() {
  const { model } = useServices()
  const timed = model.accounts.value.filter(({ parameters }) => parameters.type !== 'hotp')
  const correctionMs = model.document.value?.settings.clockCorrectionMs ?? 0
  return (
    <Card title={t('manage_clock_title')} text={t('manage_clock_text')}>
      <div class={form.form}>
        {correctionMs !== 0 && <Correction correctionMs={correctionMs} />}
        {timed.length > 0 && <Compare accounts={timed} />}
      </div>
    </Card>
  )
}

function Correction({ correctionMs }: { readonly correctionMs: number }) {
  const { model } = useServices()
  const work = useWork()
  const minutes = Math.round((Math.abs(correctionMs) / minuteMs) * 10) / 10
  return (
    <div class={styles.correction} data-testid="clock-correction">
      <p>
        {t(correctionMs > 0 ? 'manage_clock_later' : 'manage_clock_earlier', minutes)}
        {work.error !== undefined && <span role="alert"> {work.error}</span>}
      </p>
      <Button
        busy={work.busy}
        data-testid="clock-forget"
        onClick={() => void work.run(() => model.change((document) => corrected(document, 0)))}
      >
        {t('manage_clock_forget')}
      </Button>
    </div>
  )
}

function Compare({ accounts }: { readonly accounts: readonly Account[] }) {
  const { model, now } = useServices()
  const [id, setId] = useState(accounts[0]?.id ?? '')
  const [code, setCode] = useState('')
  const [agrees, setAgrees] = useState(false)
  const work = useWork()
  const compare = async (event: Event) => {
    event.preventDefault()
    setAgrees(false)
    const done = await work.run(async () => {
      const found = drift(accounts, id, code, now())
      await model.change((document) => corrected(document, found))
      setAgrees(found === 0)
    })
    if (done) setCode('')
  }
  return (
    <form class={form.form} onSubmit={compare}>
      <Select
        label={t('manage_clock_account')}
        value={id}
        options={accounts.map((account) => ({ value: account.id, text: accountTitle(account) }))}
        onValue={setId}
      />
      <Field
        label={t('manage_clock_code')}
        hint={agrees ? t('manage_clock_agrees') : t('manage_clock_hint')}
        data-testid="clock-code"
        inputMode="numeric"
        value={code}
        error={work.error}
        onValue={(value) => {
          setCode(value)
          work.clearError()
        }}
      />
      <div>
        <Button type="submit" busy={work.busy} data-testid="clock-compare">
          {t('manage_clock_compare')}
        </Button>
      </div>
    </form>
  )
}

function drift(accounts: readonly Account[], id: string, code: string, nowMs: number): number {
  const parameters = accounts.find((account) => account.id === id)?.parameters
  const found =
    parameters === undefined || parameters.type === 'hotp'
      ? null
      : driftFromCode(parameters, code, nowMs)
  if (found === null) throw new AppError('code-unknown')
  return found
}

function corrected(document: VaultDocument, clockCorrectionMs: number): VaultDocument {
  return { ...document, settings: { ...document.settings, clockCorrectionMs } }
}
