import { AppError, type ErrorCode, type ErrorDetail } from '@/utils/errors/app-error'
import { readParameters } from '@/utils/otp/otpauth-parameters'
import type { OtpAccount } from '@/utils/otp/parameters'
import { originOfAddress } from '@/utils/sites/origin'
import type { AccountEdit, AccountFace } from '@/utils/vault/account-edit'
import type { Site } from '@/utils/vault/document'
import type { AccountFormValues } from './form-values'

/** Fields an error can stand under. */
export type FormField = 'secret' | 'digits' | 'period' | 'counter' | 'newSite'

/** What is wrong, under which field; `site` is an address that codes cannot go to. */
export interface FormProblem {
  readonly field: FormField
  readonly code: ErrorCode | 'site'
  readonly detail: ErrorDetail
}

interface CheckedAccount {
  readonly account: OtpAccount
  readonly sites: Site[]
}

/** What the form says, checked. */
export type CheckedForm = CheckedAccount | { readonly problem: FormProblem }

const fieldOf: Partial<Record<ErrorCode, FormField>> = {
  'digits-out-of-range': 'digits',
  'period-out-of-range': 'period',
  'counter-out-of-range': 'counter',
}

/** Reads the form; the first thing that is wrong is the problem. */
export function checkForm(values: AccountFormValues): CheckedForm {
  try {
    const site = siteOf(values.newSite)
    if (site === 'wrong') return { problem: { field: 'newSite', code: 'site', detail: {} } }
    const { parameters } = readParameters(values.type, parametersOf(values), '')
    const account = { parameters, issuer: values.issuer.trim(), label: values.label.trim() }
    return { account, sites: addSite(values.sites, site) }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const field = fieldOf[error.code] ?? 'secret'
    return { problem: { field, code: error.code, detail: error.detail } }
  }
}

/**
 * The edit that a form makes which was opened with `opened`. It was opened without the secret: none
 * typed means that the one there is stays.
 */
export function checkEdit(
  opened: AccountFormValues,
  values: AccountFormValues,
): { readonly edit: AccountEdit } | { readonly problem: FormProblem } {
  const stays = values.secret.trim() === ''
  const after = checkForm(stays ? { ...values, secret: anySecret } : values)
  if ('problem' in after) return after
  const before = checkForm({ ...opened, secret: anySecret })
  // What could not be read when it was opened counts as changed.
  const shown = 'problem' in before ? { account: unreadable, sites: [...opened.sites] } : before
  const secretBase32 = stays ? null : after.account.parameters.secretBase32
  return { edit: { before: faceOf(shown), after: faceOf(after), secretBase32 } }
}

/** Stands in for one that is not known here, so that the rest can be read; `faceOf` drops it. */
const anySecret = 'AA'

const unreadable: OtpAccount = {
  issuer: '',
  label: '',
  parameters: { type: 'steam', secretBase32: anySecret },
}

function faceOf({ account, sites }: CheckedAccount): AccountFace {
  const { issuer, label, parameters } = account
  const { secretBase32: _, ...settings } = parameters
  return { issuer, label, settings, sites }
}

/** The site an address names: `null` for none, `wrong` where no code may ever go. */
export function siteOf(address: string): Site | 'wrong' | null {
  if (address.trim() === '') return null
  const origin = originOfAddress(address)
  return origin === null ? 'wrong' : siteAt(origin)
}

/** The site of exactly this origin, filled when its page asks. */
export function siteAt(origin: string): Site {
  return { origin, match: 'origin', fill: 'arrival' }
}

/** `sites` with one more; one of the same origin is there already. */
export function addSite(sites: readonly Site[], site: Site | null): Site[] {
  const known = site === null || sites.some(({ origin }) => origin === site.origin)
  return known ? [...sites] : [...sites, site]
}

function parametersOf(values: AccountFormValues): ReadonlyMap<string, string> {
  const { secret, algorithm, digits, period, counter } = values
  return new Map(Object.entries({ secret, algorithm, digits, period, counter }))
}
