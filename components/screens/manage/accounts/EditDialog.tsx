import { useState } from 'preact/hooks'
import { AccountForm } from '@/components/account/AccountForm'
import { checkEdit, type FormProblem } from '@/components/account/check-form'
import type { FormEdit } from '@/components/account/form-values'
import { filledOnArrival } from '@/components/account/site-choice'
import { errorText, t } from '@/components/i18n'
import { Dialog } from '@/components/ui/Dialog'
import { showToast } from '@/components/ui/toasts'
import { useWork } from '@/components/ui/use-work'
import { useServices } from '../services'
import { askForSites } from '../sites/ask-for-sites'

interface EditDialogProps {
  readonly edit: FormEdit
  /** It was deleted elsewhere meanwhile: what was typed stays in view, with why it is in vain. */
  readonly isGone: boolean
  /** What is typed now. */
  readonly onEdit: (edit: FormEdit) => void
  readonly onClose: () => void
}

/** Changes an account. Closing it without saving changes nothing. */
export function EditDialog({ edit, isGone, onEdit, onClose }: EditDialogProps) {
  const { actions, sites, siteFacts } = useServices()
  const { id, opened, values } = edit
  const [problem, setProblem] = useState<FormProblem | null>(null)
  const work = useWork()
  const save = async () => {
    if (isGone) return
    const checked = checkEdit(opened, values)
    if ('problem' in checked) return setProblem(checked.problem)
    setProblem(null)
    const { before, after } = checked.edit
    const known = new Set(filledOnArrival(before.sites))
    askForSites(
      sites,
      after.sites.filter(({ origin }) => !known.has(origin)),
    )
    if (!(await work.run(() => actions.edit(id, checked.edit)))) return
    showToast(t('manage_saved'))
    onClose()
  }
  return (
    <Dialog title={t('manage_edit_title')} onClose={onClose}>
      <AccountForm
        values={values}
        onValues={(typed) => onEdit({ ...edit, values: typed })}
        problem={problem}
        secretStays
        onSave={() => void save()}
        saving={work.busy}
        saveLabel={t('manage_save')}
        siteFacts={siteFacts}
        failure={isGone ? errorText('account-missing') : work.error}
      />
    </Dialog>
  )
}
