import { useMemo, useState } from 'preact/hooks'
import { AccountForm } from '@/components/account/AccountForm'
import { accountTitle } from '@/components/account/account-title'
import { checkForm, type FormProblem } from '@/components/account/check-form'
import { t } from '@/components/i18n'
import { showToast } from '@/components/ui/toasts'
import type { Site } from '@/utils/vault/document'
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
  const { state, site } = useServices()
  const { values, origin } = screen
  const [problem, setProblem] = useState<FormProblem | null>(null)
  const checked = useMemo(() => checkForm(values), [values])
  const { replaces, versions } = useVersions(screen, checked)
  const saving = useSaveWithSite(versions)
  const save = async (): Promise<void> => {
    if ('problem' in checked) return setProblem(checked.problem)
    setProblem(null)
    const saved = saving.run(0, isFilledAt(origin, checked.sites) ? origin : null)
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
      />
    </SubScreen>
  )
}

/** The one version that can be saved, or none while something typed is wrong. */
function useVersions(screen: ReviewState, checked: ReturnType<typeof checkForm>) {
  const { model, now, newId } = useServices()
  const id = useMemo(newId, [newId])
  const known = model.accounts.value.some((account) => account.id === screen.replaces)
  // Deleted meanwhile: there is nothing to replace any more, and the new secret must not be lost.
  const replaces = known ? screen.replaces : null
  const versions = useMemo(
    () => ('problem' in checked ? [] : [editedDraft(checked, { id, nowMs: now(), replaces })]),
    [checked, id, now, replaces],
  )
  return { replaces, versions }
}

function isFilledAt(origin: string | null, sites: readonly Site[]): boolean {
  return sites.some((site) => site.origin === origin && site.fill === 'arrival')
}
