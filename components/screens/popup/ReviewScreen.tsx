import { useMemo, useState } from 'preact/hooks'
import { AccountForm } from '@/components/account/AccountForm'
import { accountTitle } from '@/components/account/account-title'
import { checkForm, type FormProblem } from '@/components/account/check-form'
import { filledOnArrival } from '@/components/account/site-choice'
import { t } from '@/components/i18n'
import { showToast } from '@/components/ui/toasts'
import type { ReviewState } from './popup-state'
import { editedDraft } from './reviewed-account'
import { SubScreen } from './SubScreen'
import { useServices } from './services'
import { useSaveWithSite } from './use-save-with-site'

/** Edits a found account before it is saved: what it replaces and its site stay decided. */
export function ReviewScreen() {
  const screen = useServices().state.screen.value
  return screen.name === 'review' ? <ReviewForm screen={screen} /> : null
}

function ReviewForm({ screen }: { readonly screen: ReviewState }) {
  const { state, site, siteFacts } = useServices()
  const { values } = screen
  const [problem, setProblem] = useState<FormProblem | null>(null)
  const checked = useMemo(() => checkForm(values), [values])
  const { replaces, reviewed } = useReviewed(screen, checked)
  const saving = useSaveWithSite(reviewed)
  const save = async (): Promise<void> => {
    if ('problem' in checked) return setProblem(checked.problem)
    setProblem(null)
    const saved = saving.run(filledOnArrival(checked.sites), state.sent)
    await state.handOver(saved)
    if (await saved) showToast(t('add_done', accountTitle(checked.account)))
  }
  return (
    <SubScreen title={t('review_title')} onBack={state.home}>
      <AccountForm
        values={values}
        onValues={(next) => state.show({ ...screen, values: next })}
        problem={problem}
        onSave={() => void save()}
        saving={saving.busy}
        saveLabel={t(replaces === null ? 'form_save' : 'found_replace')}
        failure={saving.error}
        pageOrigin={site.page.value?.origin ?? null}
        siteFacts={siteFacts}
      />
    </SubScreen>
  )
}

/** What can be saved, or null while something typed is wrong. */
function useReviewed({ origin, ...screen }: ReviewState, checked: ReturnType<typeof checkForm>) {
  const { model, now, newId } = useServices()
  const id = useMemo(newId, [newId])
  const known = model.accounts.value.some((account) => account.id === screen.replaces)
  // Deleted meanwhile: there is nothing to replace any more, and the new secret must not be lost.
  const replaces = known ? screen.replaces : null
  const reviewed = useMemo(
    () =>
      'problem' in checked ? null : editedDraft(checked, { id, nowMs: now(), replaces, origin }),
    [checked, id, now, replaces, origin],
  )
  return { replaces, reviewed }
}
