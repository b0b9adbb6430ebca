import { useState } from 'preact/hooks'
import { AccountForm } from '@/components/account/AccountForm'
import { checkEdit, type FormProblem } from '@/components/account/check-form'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { showToast } from '@/components/ui/toasts'
import { useWork } from '@/components/ui/use-work'
import { SubScreen } from './SubScreen'
import { useServices } from './services'
import { trashWithUndo } from './trash-with-undo'

/** Changes an account. */
export function EditScreen() {
  const { state, actions, model, site, siteFacts } = useServices()
  const [problem, setProblem] = useState<FormProblem | null>(null)
  const work = useWork()
  const screen = state.screen.value
  if (screen.name !== 'edit') return null
  const { id, opened, values } = screen
  const save = async (): Promise<void> => {
    const checked = checkEdit(opened, values)
    if ('problem' in checked) return setProblem(checked.problem)
    setProblem(null)
    if (!(await work.run(() => actions.edit(id, checked.edit)))) return
    showToast(t('popup_saved'))
    state.home()
  }
  const remove = async (): Promise<void> => {
    const account = model.accounts.value.find((each) => each.id === id)
    state.home()
    if (account) await trashWithUndo(account, actions)
  }
  return (
    <SubScreen title={t('edit_title')} onBack={state.home}>
      <AccountForm
        values={values}
        onValues={(next) => state.show({ ...screen, values: next })}
        problem={problem}
        secretStays
        onSave={() => void save()}
        saving={work.busy}
        saveLabel={t('form_save')}
        failure={work.error}
        pageOrigin={site.page.value?.origin ?? null}
        siteFacts={siteFacts}
      />
      <Button icon="trash" data-testid="delete-account" onClick={() => void remove()}>
        {t('edit_delete')}
      </Button>
    </SubScreen>
  )
}
