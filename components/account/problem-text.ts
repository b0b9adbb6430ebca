import { errorText, t } from '@/components/i18n'
import type { FormField, FormProblem } from './check-form'

/** The sentence for what is wrong with `field`, if that is the problem. */
export function problemAt(problem: FormProblem | null, field: FormField): string | undefined {
  if (problem?.field !== field) return undefined
  return problem.code === 'site' ? t('form_site_wrong') : errorText(problem.code, problem.detail)
}
