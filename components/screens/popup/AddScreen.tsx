import { useState } from 'preact/hooks'
import { AccountForm } from '@/components/account/AccountForm'
import { accountTitle } from '@/components/account/account-title'
import { checkForm, type FormProblem } from '@/components/account/check-form'
import { t } from '@/components/i18n'
import { showToast } from '@/components/ui/toasts'
import { useWork } from '@/components/ui/use-work'
import type { OtpAccount } from '@/utils/otp/parameters'
import { emptyDocument, type Site } from '@/utils/vault/document'
import { createJudge } from '@/utils/vault/duplicates'
import styles from './AddScreen.module.css'
import { PasteForm } from './PasteForm'
import { PasteReview, type PasteReviewProps } from './PasteReview'
import { SubScreen } from './SubScreen'
import { useServices } from './services'

/** An account typed by hand that something in the vault stands against. */
type Typed = Pick<PasteReviewProps, 'read' | 'sites'>

function typed(account: OtpAccount, sites: readonly Site[]): Typed {
  return { read: { accounts: [{ account, warnings: [] }], problems: [] }, sites }
}

/** Adds accounts: set-up lines pasted, or one typed by hand. */
export function AddScreen() {
  const { state, actions, model, site, siteFacts } = useServices()
  const [review, setReview] = useState<Typed | null>(null)
  const [problem, setProblem] = useState<FormProblem | null>(null)
  const work = useWork()
  const screen = state.screen.value
  if (screen.name !== 'add') return null
  const { values, pasted } = screen
  const save = async (): Promise<void> => {
    const checked = checkForm(values)
    if ('problem' in checked) return setProblem(checked.problem)
    setProblem(null)
    const { account, sites } = checked
    const standing = createJudge(model.document.value ?? emptyDocument)(account)
    if (standing.kind !== 'fresh') return setReview(typed(account, sites))
    if (!(await work.run(() => actions.add([{ account, sites }])))) return
    showToast(t('add_done', accountTitle(account)))
    state.home()
  }
  if (review !== null) {
    return (
      <SubScreen title={t('add_title')} onBack={() => setReview(null)}>
        <PasteReview {...review} onDone={state.home} />
      </SubScreen>
    )
  }
  return (
    <SubScreen title={t('add_title')} onBack={state.home}>
      <PasteForm
        text={pasted}
        onText={(next) => state.show({ ...screen, pasted: next })}
        onDone={state.home}
      />
      {pasted.trim() === '' && (
        <>
          <p class={styles.or}>{t('add_or')}</p>
          <AccountForm
            values={values}
            onValues={(next) => state.show({ ...screen, values: next })}
            problem={problem}
            onSave={() => void save()}
            saving={work.busy}
            saveLabel={t('form_save')}
            failure={work.error}
            pageOrigin={site.page.value?.origin ?? null}
            siteFacts={siteFacts}
          />
        </>
      )}
    </SubScreen>
  )
}
