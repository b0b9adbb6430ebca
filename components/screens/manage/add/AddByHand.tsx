import { useState } from 'preact/hooks'
import { AccountForm } from '@/components/account/AccountForm'
import { accountTitle } from '@/components/account/account-title'
import { checkForm, type FormProblem } from '@/components/account/check-form'
import { emptyForm } from '@/components/account/form-values'
import { t } from '@/components/i18n'
import { Card } from '@/components/ui/Card'
import { showToast } from '@/components/ui/toasts'
import { useWork } from '@/components/ui/use-work'
import { goTo } from '../route'
import { useServices } from '../services'

/** An account typed by hand, from the key a site shows beside its QR code. */
export function AddByHand() {
  const { actions } = useServices()
  const [values, setValues] = useState(emptyForm)
  const [problem, setProblem] = useState<FormProblem | null>(null)
  const work = useWork()
  const save = async () => {
    const checked = checkForm(values)
    if ('problem' in checked) return setProblem(checked.problem)
    setProblem(null)
    const { account, sites } = checked
    if (!(await work.run(() => actions.add([account], sites)))) return
    showToast(t('manage_added_name', accountTitle(account)))
    goTo('accounts')
  }
  return (
    <Card title={t('manage_hand_title')} text={t('manage_hand_text')}>
      <AccountForm
        values={values}
        onValues={setValues}
        problem={problem}
        onSave={() => void save()}
        saving={work.busy}
        saveLabel={t('manage_hand_save')}
        failure={work.error}
      />
    </Card>
  )
}
