import { useState } from 'preact/hooks'
import { AccountForm } from '@/components/account/AccountForm'
import { accountTitle } from '@/components/account/account-title'
import { checkForm, type FormProblem } from '@/components/account/check-form'
import { t } from '@/components/i18n'
import { showToast } from '@/components/ui/toasts'
import { useWork } from '@/components/ui/use-work'
import styles from './AddScreen.module.css'
import { PasteForm } from './PasteForm'
import { SubScreen } from './SubScreen'
import { useServices } from './services'

/** Adds accounts: set-up lines pasted, or one typed by hand. */
export function AddScreen() {
  const { state, actions, site } = useServices()
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
    if (!(await work.run(() => actions.add([account], sites)))) return
    showToast(t('add_done', accountTitle(account)))
    state.home()
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
          />
        </>
      )}
    </SubScreen>
  )
}
