import { t } from '@/components/i18n'
import { Field } from '@/components/ui/Field'
import { Icon } from '@/components/ui/Icon'
import { Select } from '@/components/ui/Select'
import styles from './AdvancedFields.module.css'
import type { FormProblem } from './check-form'
import { type AccountFormValues, emptyForm } from './form-values'
import { problemAt } from './problem-text'

interface AdvancedFieldsProps {
  readonly values: AccountFormValues
  readonly set: (over: Partial<AccountFormValues>) => void
  readonly problem: FormProblem | null
}

const algorithms = ['SHA1', 'SHA256', 'SHA512'] as const

/** How codes are computed. Folded away while it is what nearly every site uses. */
export function AdvancedFields({ values, set, problem }: AdvancedFieldsProps) {
  const { type } = values
  const shown = !isUsual(values) || (problem !== null && problem.field !== 'secret')
  return (
    <details class={styles.advanced} open={shown}>
      <summary data-testid="advanced">
        <Icon name="chevron" />
        {t('form_advanced')}
      </summary>
      <div class={styles.fields}>
        <Select
          label={t('form_type')}
          data-testid="field-type"
          value={type}
          options={[
            { value: 'totp', text: t('form_type_totp') },
            { value: 'hotp', text: t('form_type_hotp') },
            { value: 'steam', text: t('form_type_steam') },
          ]}
          onValue={(next) => set({ type: next })}
        />
        {type !== 'steam' && <CodeFields {...{ values, set, problem }} />}
      </div>
    </details>
  )
}

function CodeFields({ values, set, problem }: AdvancedFieldsProps) {
  return (
    <>
      <Select
        label={t('form_algorithm')}
        data-testid="field-algorithm"
        value={values.algorithm}
        options={algorithms.map((value) => ({ value, text: value }))}
        onValue={(algorithm) => set({ algorithm })}
      />
      <Field
        label={t('form_digits')}
        error={problemAt(problem, 'digits')}
        data-testid="field-digits"
        inputMode="numeric"
        value={values.digits}
        onValue={(digits) => set({ digits })}
      />
      {values.type === 'totp' ? (
        <Field
          label={t('form_period')}
          error={problemAt(problem, 'period')}
          data-testid="field-period"
          inputMode="numeric"
          value={values.period}
          onValue={(period) => set({ period })}
        />
      ) : (
        <Field
          label={t('form_counter')}
          error={problemAt(problem, 'counter')}
          data-testid="field-counter"
          inputMode="numeric"
          value={values.counter}
          onValue={(counter) => set({ counter })}
        />
      )}
    </>
  )
}

function isUsual({ type, algorithm, digits, period }: AccountFormValues): boolean {
  const usual = emptyForm
  return (
    type === usual.type &&
    algorithm === usual.algorithm &&
    digits === usual.digits &&
    period === usual.period
  )
}
