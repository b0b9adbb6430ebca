import { useState } from 'preact/hooks'
import { AccountForm } from '@/components/account/AccountForm'
import { accountTitle } from '@/components/account/account-title'
import { checkForm, type FormProblem } from '@/components/account/check-form'
import { draftOf, formValues } from '@/components/account/form-draft'
import { emptyForm } from '@/components/account/form-values'
import { t } from '@/components/i18n'
import { Card } from '@/components/ui/Card'
import { showToast } from '@/components/ui/toasts'
import { useWork } from '@/components/ui/use-work'
import { emptyDocument } from '@/utils/vault/document'
import { createJudge } from '@/utils/vault/duplicates'
import { ReviewCard } from '../review/ReviewCard'
import { useReview } from '../review/use-review'
import { goTo } from '../route'
import { useServices } from '../services'
import { askForSites } from '../sites/ask-for-sites'
import { useDraft } from '../use-draft'
import { parsedFrom } from './parsed-from'

const parseDraft = draftOf(formValues)

/**
 * An account typed by hand, from the key a site shows beside its QR code. What stands against it in
 * the vault is looked through first, as if it had come from a file.
 */
export function AddByHand() {
  const { actions, model, sites: grants, siteFacts } = useServices()
  const { review, start, drop } = useReview()
  const draft = useDraft('manage-hand', parseDraft, emptyForm)
  const [problem, setProblem] = useState<FormProblem | null>(null)
  const work = useWork()
  const save = async () => {
    const checked = checkForm(draft.value)
    if ('problem' in checked) return setProblem(checked.problem)
    setProblem(null)
    const { account, sites } = checked
    const standing = createJudge(model.document.value ?? emptyDocument)(account)
    if (standing.kind !== 'fresh')
      return start(parsedFrom([{ ...account, sites, warnings: [] }], []))
    // The browser shows its prompt, one for all, only if it is asked before anything is awaited.
    askForSites(grants, sites)
    if (!(await work.run(() => actions.add([{ account, sites }])))) return
    draft.drop()
    showToast(t('manage_added_name', accountTitle(account)))
    goTo('accounts')
  }
  if (review !== null) {
    return (
      <ReviewCard
        review={review}
        placeName={String}
        onDrop={drop}
        onSaved={() => {
          draft.drop()
          goTo('accounts')
        }}
      />
    )
  }
  if (!draft.isLoaded) return null
  return (
    <Card title={t('manage_hand_title')} text={t('manage_hand_text')}>
      <AccountForm
        values={draft.value}
        onValues={draft.type}
        problem={problem}
        onSave={() => void save()}
        saving={work.busy}
        saveLabel={t('manage_hand_save')}
        failure={work.error}
        siteFacts={siteFacts}
      />
    </Card>
  )
}
