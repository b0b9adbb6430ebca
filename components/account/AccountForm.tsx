import { t } from '@/components/i18n'
import type { LoadSiteFacts } from '@/components/model/site-facts'
import { Button } from '@/components/ui/Button'
import { Field } from '@/components/ui/Field'
import { Notice } from '@/components/ui/Notice'
import { fromOtpauthUri, looksLikeOtpauth } from '@/utils/otp/from-otpauth-uri'
import { trashKeepDays } from '@/utils/vault/trash'
import styles from './AccountForm.module.css'
import { AdvancedFields } from './AdvancedFields'
import type { FormProblem } from './check-form'
import { type AccountFormValues, toFormValues } from './form-values'
import { problemAt } from './problem-text'
import { SitesField } from './SitesField'

interface AccountFormProps {
  readonly values: AccountFormValues
  readonly onValues: (values: AccountFormValues) => void
  /** What `checkForm` found last, to be shown under its field. */
  readonly problem: FormProblem | null
  readonly onSave: () => void
  readonly saving: boolean
  /** Editing: the vault has a secret, which is not shown and stays unless one is typed. */
  readonly secretStays?: boolean
  /** Words of the button. */
  readonly saveLabel: string
  /** The sentence for a save that failed. */
  readonly failure?: string | undefined
  /** The page in front, if codes may go there: offered as a site. */
  readonly pageOrigin?: string | null
  readonly siteFacts: LoadSiteFacts
}

/** Adding an account by hand, or editing one. */
export function AccountForm(props: AccountFormProps) {
  const { values, onValues, problem, onSave, saving, saveLabel, failure } = props
  const { pageOrigin = null, secretStays = false, siteFacts } = props
  const set = (over: Partial<AccountFormValues>): void => onValues({ ...values, ...over })
  return (
    <form
      class={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSave()
      }}
    >
      <Field
        label={t('form_issuer')}
        placeholder={t('form_issuer_example')}
        data-testid="field-issuer"
        value={values.issuer}
        onValue={(issuer) => set({ issuer })}
      />
      <Field
        label={t('form_label')}
        placeholder={t('form_label_example')}
        data-testid="field-label"
        spellcheck={false}
        autocapitalize="off"
        value={values.label}
        onValue={(label) => set({ label })}
      />
      <SecretField {...{ values, set, problem, secretStays }} />
      <SitesField
        {...{ values, set, pageOrigin, siteFacts }}
        error={problemAt(problem, 'newSite')}
      />
      <AdvancedFields {...{ values, set, problem }} />
      {failure && (
        <p class={styles.failure} role="alert" data-testid="error">
          {failure}
        </p>
      )}
      <Button variant="primary" type="submit" wide busy={saving} data-testid="save-form">
        {saveLabel}
      </Button>
    </form>
  )
}

interface SecretFieldProps extends Pick<AccountFormProps, 'values' | 'problem' | 'secretStays'> {
  readonly set: (over: Partial<AccountFormValues>) => void
}

function SecretField({ values, set, problem, secretStays }: SecretFieldProps) {
  return (
    <>
      <Field
        label={t(secretStays ? 'form_secret_new' : 'form_secret')}
        hint={t(secretStays ? 'form_secret_stays' : 'form_secret_hint')}
        error={problemAt(problem, 'secret')}
        data-testid="field-secret"
        mono
        spellcheck={false}
        autocapitalize="off"
        autocomplete="off"
        value={values.secret}
        onValue={(secret) => set(withSecret(values, secret))}
      />
      {secretStays && values.secret.trim() !== '' && (
        <Notice tone="warning">{t('form_secret_replaces', trashKeepDays)}</Notice>
      )}
    </>
  )
}

/** A whole set-up line pasted where the secret goes fills the other fields too. */
function withSecret(values: AccountFormValues, secret: string): Partial<AccountFormValues> {
  if (!looksLikeOtpauth(secret)) return { secret }
  try {
    const { sites, newSite } = values
    return { ...toFormValues(fromOtpauthUri(secret).account, sites), newSite }
  } catch {
    return { secret }
  }
}
