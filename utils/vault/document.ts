import * as v from 'valibot'
import { widestCorrectionMs } from '@/utils/clock/correction'
import { clipboardSecondsSchema } from './clipboard-seconds'
import { recoveryCodesSchema } from './recovery-code'

const wholeNumber = v.pipe(v.number(), v.safeInteger())
const algorithm = v.picklist(['SHA1', 'SHA256', 'SHA512'])
const digits = v.pipe(wholeNumber, v.minValue(1), v.maxValue(10))
const secretBase32 = v.pipe(v.string(), v.regex(/^[A-Z2-7]+$/))

const parameters = v.variant('type', [
  v.object({
    type: v.literal('totp'),
    secretBase32,
    algorithm,
    digits,
    period: v.pipe(wholeNumber, v.minValue(1)),
  }),
  v.object({
    type: v.literal('hotp'),
    secretBase32,
    algorithm,
    digits,
    counter: v.pipe(wholeNumber, v.minValue(0)),
  }),
  v.object({ type: v.literal('steam'), secretBase32 }),
])

/**
 * Where an account's codes may go. `match` is the whole origin today; `domain` is the
 * registrable domain of it, a deliberate widening. `fill` says when. What the site taught us is
 * optional, for vaults that are older.
 */
export const siteSchema = v.looseObject({
  origin: v.string(),
  match: v.picklist(['origin', 'domain']),
  fill: v.picklist(['arrival', 'request', 'never']),
  /** Whether the page's form is sent after a fill; absent: no. */
  submit: v.optional(v.boolean()),
  /** The field that the user pointed out there: a FieldDescription of utils/fields/describe. */
  field: v.optional(v.record(v.string(), v.unknown())),
  /** User names that were typed there when the user chose this account, the latest last. */
  userNames: v.optional(v.array(v.string())),
  /** When the user last chose this account there. */
  chosenAtMs: v.optional(wholeNumber),
})

/**
 * Set from the moment an account is taken off a set-up page until nothing is left to do about it:
 * the site has taken a code of it, and the older account that it may supersede is decided on.
 */
export const enrolmentSchema = v.looseObject({
  /** The origin of the set-up page. It gives no leave to fill: `sites` does. */
  origin: v.string(),
  startedAtMs: wholeNumber,
  /** When a code of it was first filled there. */
  filledAtMs: v.optional(wholeNumber),
  /** When the site went on, or the user said that it did; absent: unconfirmed. */
  confirmedAtMs: v.optional(wholeNumber),
})

const account = v.looseObject({
  id: v.string(),
  issuer: v.string(),
  label: v.string(),
  parameters,
  note: v.string(),
  sites: v.array(siteSchema),
  tags: v.array(v.string()),
  favorite: v.boolean(),
  createdAtMs: wholeNumber,
  updatedAtMs: wholeNumber,
  /** Set while the account is in the trash. */
  deletedAtMs: v.nullable(wholeNumber),
  enrolment: v.optional(enrolmentSchema),
  /** The codes that the site gave out for the day the second factor is lost; absent: none kept. */
  recoveryCodes: v.optional(recoveryCodesSchema),
})

/** What people set; loose for the settings of newer versions. */
export const settingsSchema = v.looseObject({
  /** Minutes without use after which the vault locks itself. */
  lockAfterMinutes: v.pipe(wholeNumber, v.minValue(1), v.maxValue(1440)),
  /** Seconds after which what was copied is taken off the clipboard; 0: it stays. */
  clearClipboardSeconds: v.optional(clipboardSecondsSchema),
  /** Minutes after unlocking at which the vault locks itself even in use; absent: never. */
  lockAtLatestMinutes: v.optional(v.pipe(wholeNumber, v.minValue(1), v.maxValue(10_080))),
  /** What to add to this computer's time to get the one that codes are made with. */
  clockCorrectionMs: v.optional(
    v.pipe(wholeNumber, v.minValue(-widestCorrectionMs), v.maxValue(widestCorrectionMs)),
  ),
})

/** What opening once found amiss: it stays until the user has read it. */
const mishapSchema = v.looseObject({
  foundAtMs: wholeNumber,
  openedFrom: v.picklist(['store', 'copy']),
  savedAtMs: v.nullable(wholeNumber),
  skippedGenerations: wholeNumber,
  missingSaves: wholeNumber,
})

/** What people know a passkey by; the slot in the header has no name, so that none lies in clear. */
const passkey = v.looseObject({
  /** As in its slot. */
  credential: v.string(),
  name: v.string(),
  createdAtMs: wholeNumber,
})

/**
 * Schema 1 of what a vault holds. Loose: what a newer version added is kept and written back.
 * Unknown kinds of entries live in `unsupported`, verbatim.
 */
export const vaultDocumentSchema = v.looseObject({
  schema: v.literal(1),
  accounts: v.array(account),
  unsupported: v.array(v.looseObject({ id: v.string() })),
  settings: settingsSchema,
  /** The names of the passkeys that open this vault. */
  passkeys: v.optional(v.array(passkey)),
  /** This computer's time at the save; a clock that stands before it was set back. */
  savedAtMs: v.optional(wholeNumber),
  mishap: v.optional(mishapSchema),
})

/** An account as the vault keeps it: one-time-password parameters and what people added. */
export type Account = v.InferOutput<typeof account>
/** An origin an account is bound to. */
export type Site = v.InferOutput<typeof siteSchema>
/** How far an account that came off a set-up page has come. */
export type Enrolment = v.InferOutput<typeof enrolmentSchema>
/** A passkey by its name. */
export type NamedPasskey = v.InferOutput<typeof passkey>
/** What people set. */
export type Settings = v.InferOutput<typeof settingsSchema>
/** A loss that the user has not been told of yet, or the narrow escape from one. */
export type Mishap = v.InferOutput<typeof mishapSchema>
/** The open form of a vault. */
export type VaultDocument = v.InferOutput<typeof vaultDocumentSchema>

/** What a vault holds on its first day. */
export const emptyDocument: VaultDocument = {
  schema: 1,
  accounts: [],
  unsupported: [],
  settings: { lockAfterMinutes: 15 },
}
