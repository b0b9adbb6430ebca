// What the public vectors hold, and the otpauth lines that stand for it.

const at = Date.UTC(2026, 10, 21, 12, 30, 45, 678)
const bare = { note: '', sites: [], tags: [], favorite: false }
const dates = { createdAtMs: at, updatedAtMs: at, deletedAtMs: null }

/** A time-based account. */
export const totp = {
  id: 'a1',
  issuer: 'Example',
  label: 'ada@example.org',
  parameters: {
    type: 'totp',
    secretBase32: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
  },
  ...bare,
  sites: [{ origin: 'https://login.example.org', match: 'origin', fill: 'arrival' }],
  ...dates,
}

/** A counter-based one. */
export const hotp = {
  id: 'a2',
  issuer: 'Bücher & Söhne',
  label: 'ada: second',
  parameters: {
    type: 'hotp',
    secretBase32: 'MFRGGZDFMZTWQ2LKNNWG23TPOA',
    algorithm: 'SHA256',
    digits: 8,
    counter: 41,
  },
  ...bare,
  ...dates,
}

/** Steam's. */
export const steam = {
  id: 'a3',
  issuer: 'Steam',
  label: 'gordon',
  parameters: { type: 'steam', secretBase32: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' },
  ...bare,
  ...dates,
}

/** One with recovery codes, of which the first was used. */
export const withRecovery = {
  ...totp,
  recoveryCodes: [
    { code: '4f2d-9k1c', usedAtMs: at },
    { code: 'correct horse battery', usedAtMs: null },
  ],
}

const setUpPage = { origin: 'https://login.example.org', startedAtMs: at }

/** Two off a set-up page: the site has taken no code of the first yet, and has of the second. */
export const enrolled = [
  { ...totp, enrolment: { ...setUpPage, filledAtMs: at + 1 } },
  { ...hotp, enrolment: { ...setUpPage, filledAtMs: at + 1, confirmedAtMs: at + 2 } },
]

/** One that lies in the trash. */
export const trashed = { ...totp, id: 'a4', issuer: '', label: 'old', deletedAtMs: at + 1 }

/** An entry of a kind that readers do not know. */
export const unknown = { id: 'u1', type: 'motp', issuer: 'Old router', secret: '0123', pin: '1' }

/** Document schema 1. */
export const documentOf = (accounts = [totp, hotp, steam], more = {}) => ({
  schema: 1,
  accounts,
  unsupported: [],
  settings: { lockAfterMinutes: 15 },
  savedAtMs: at,
  ...more,
})

/** The backup's entry of an account. */
export function entryOf({ label, parameters, createdAtMs, updatedAtMs, deletedAtMs, ...rest }) {
  const { type, secretBase32, algorithm = 'SHA1', digits = 5, period = 30, counter } = parameters
  const moving = type === 'hotp' ? { counter: String(counter) } : { period }
  const time = (ms) => new Date(ms).toISOString()
  return {
    ...rest,
    type,
    name: label,
    secret: secretBase32,
    algo: algorithm,
    digits,
    ...moving,
    domains: rest.sites.map(({ origin }) => origin),
    createdAt: time(createdAtMs),
    updatedAt: time(updatedAtMs),
    ...(deletedAtMs === null ? {} : { deletedAt: time(deletedAtMs) }),
  }
}

/** Payload schema 1. */
export const payloadOf = (entries = [totp, hotp, steam].map(entryOf), more = {}) => ({
  schema: 1,
  entries,
  settings: { lockAfterMinutes: 15 },
  ...more,
})

/** The Key URI of an account. */
export function uriOf({ issuer, label, parameters }) {
  const { type, secretBase32, algorithm, digits, period, counter } = parameters
  const secret = `secret=${secretBase32}`
  const issuers = issuer === '' ? [] : [`issuer=${encodeURIComponent(issuer)}`]
  const moving = type === 'hotp' ? `counter=${counter}` : `period=${period}`
  const code = type === 'steam' ? [] : [`algorithm=${algorithm}`, `digits=${digits}`, moving]
  const prefix = issuer === '' ? '' : `${encodeURIComponent(issuer)}:`
  const query = [secret, ...issuers, ...code].join('&')
  return `otpauth://${type}/${prefix}${encodeURIComponent(label)}?${query}`
}
