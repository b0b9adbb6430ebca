import { useState } from 'preact/hooks'
import { AccountForm } from '@/components/account/AccountForm'
import { checkEdit, type FormProblem } from '@/components/account/check-form'
import { toEditValues } from '@/components/account/form-values'
import { errorText, t } from '@/components/i18n'
import { Dialog } from '@/components/ui/Dialog'
import { showToast } from '@/components/ui/toasts'
import { useWork } from '@/components/ui/use-work'
import type { Account } from '@/utils/vault/document'
import { useServices } from '../services'

interface EditDialogProps {
  readonly account: Account
  /** It was deleted elsewhere meanwhile: what was typed stays in view, with why it is in vain. */
  readonly isGone: boolean
  readonly onClose: () => void
}

/** Changes an account. Closing it without saving changes nothing. */
export function EditDialog({ account, isGone, onClose }: EditDialogProps) {
  const { actions } = useServices()
  const [opened] = useState(() => toEditValues(account))
  const [values, setValues] = useState(opened)
  const [problem, setProblem] = useState<FormProblem | null>(null)
  const work = useWork()
  const save = async () => {
    if (isGone) return
    const checked = checkEdit(opened, values)
    if ('problem' in checked) return setProblem(checked.problem)
    setProblem(null)
    if (!(await work.run(() => actions.edit(account.id, checked.edit)))) return
    showToast(t('manage_saved'))
    onClose()
  }
  return (
    <Dialog title={t('manage_edit_title')} onClose={onClose}>
      <AccountForm
        values={values}
        onValues={setValues}
        problem={problem}
        secretStays
        onSave={() => void save()}
        saving={work.busy}
        saveLabel={t('manage_save')}
        failure={isGone ? errorText('account-missing') : work.error}
      />
    </Dialog>
  )
}
