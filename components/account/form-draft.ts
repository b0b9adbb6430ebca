import * as v from 'valibot'
import { siteSchema } from '@/utils/vault/document'

/** A form as it comes back from a draft: `AccountFormValues`. */
export const formValues = v.object({
  issuer: v.string(),
  label: v.string(),
  secret: v.string(),
  type: v.picklist(['totp', 'hotp', 'steam']),
  algorithm: v.picklist(['SHA1', 'SHA256', 'SHA512']),
  digits: v.string(),
  period: v.string(),
  counter: v.string(),
  sites: v.array(siteSchema),
  newSite: v.string(),
})

/** The form of a saved account as it comes back from a draft: `FormEdit`. */
export const formEdit = v.object({ id: v.string(), opened: formValues, values: formValues })

/** What `schema` makes of what was kept; null for what it does not know. */
export function draftOf<T>(schema: v.GenericSchema<unknown, T>): (value: unknown) => T | null {
  return (value) => {
    const parsed = v.safeParse(schema, value)
    return parsed.success ? parsed.output : null
  }
}
