import type { Algorithm, OtpAccount, OtpParameters } from '@/utils/otp/parameters'
import type { Account, Site } from '@/utils/vault/document'

/** What stands in the form, as typed. Plain data: it is kept as a draft. */
export interface AccountFormValues {
  readonly issuer: string
  readonly label: string
  readonly secret: string
  readonly type: OtpParameters['type']
  readonly algorithm: Algorithm
  readonly digits: string
  readonly period: string
  readonly counter: string
  readonly sites: readonly Site[]
  /** An address typed and not added yet; it counts when saving. */
  readonly newSite: string
}

/** The form of a saved account while it is edited. */
export interface FormEdit {
  readonly id: string
  /** What the form was opened with: only what differs from it is written. */
  readonly opened: AccountFormValues
  readonly values: AccountFormValues
}

/** A form nobody has typed in. */
export const emptyForm: AccountFormValues = {
  issuer: '',
  label: '',
  secret: '',
  type: 'totp',
  algorithm: 'SHA1',
  digits: '6',
  period: '30',
  counter: '0',
  sites: [],
  newSite: '',
}

/** The form filled in with what is known of an account. */
export function toFormValues(account: OtpAccount, sites: readonly Site[]): AccountFormValues {
  const { parameters, issuer, label } = account
  const { type, secretBase32: secret } = parameters
  const values = { ...emptyForm, issuer, label, secret, type, sites }
  if (parameters.type === 'steam') return values
  const { algorithm } = parameters
  const digits = `${parameters.digits}`
  return parameters.type === 'totp'
    ? { ...values, algorithm, digits, period: `${parameters.period}` }
    : { ...values, algorithm, digits, counter: `${parameters.counter}` }
}

/** The form of an account in the vault: all but its secret, which is not shown without asking. */
export function toEditValues(account: Account): AccountFormValues {
  return { ...toFormValues(account, account.sites), secret: '' }
}
