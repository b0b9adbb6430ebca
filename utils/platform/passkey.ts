import { fromBase64, toBase64 } from '@/utils/bytes/base64'
import { toBase64Url } from '@/utils/bytes/base64url'
import type { Bytes } from '@/utils/bytes/bytes'
import { AppError } from '@/utils/errors/app-error'
import {
  type NewPasskey,
  type PasskeyAnswer,
  passkeySaltSizeBytes,
} from '@/utils/vault/passkey-slot'
import type { PasskeyQuestion } from '@/utils/vault/unlock-with-passkey'

/*
 * [Note: Passkeys in extension pages]
 *
 * Chromium lets a page of an extension make and use passkeys for the extension's own id (the
 * default `rp.id`; origin chrome-extension://ID). Firefox refuses every `rp.id` in moz-extension://
 * with a SecurityError, although it says that it has the PRF extension: measured in Chromium 156
 * and Firefox 153. So the scheme is looked at before the capabilities.
 *
 * Nothing is proven to a server, so challenges are thrown away and attestation is not asked for:
 * the proof is the PRF's output, which opens a slot or does not. User verification is required each
 * time; an authenticator answers differently without it.
 */

/** Whether passkeys can open the vault here, and if not, whose fault it is. */
export type PasskeySupport = 'supported' | 'not-in-extensions' | 'browser-too-old'

const challengeSizeBytes = 32

/** Looks at the browser only: whether a passkey is at hand shows when one is asked for. */
export async function passkeySupport(): Promise<PasskeySupport> {
  if (location.protocol !== 'chrome-extension:') return 'not-in-extensions'
  const capabilities = await globalThis.PublicKeyCredential?.getClientCapabilities?.()
  return capabilities?.['extension:prf'] === true ? 'supported' : 'browser-too-old'
}

/**
 * Has the user make a passkey, which says `appName` wherever it is kept; `known` are those that
 * must not be made twice. Throws `passkey-cancelled`, `passkey-known`, `passkey-unsupported`.
 */
export async function enrolPasskey(
  appName: string,
  known: readonly PasskeyQuestion[],
): Promise<NewPasskey> {
  const salt = random(passkeySaltSizeBytes)
  const made = await orAppError(() =>
    navigator.credentials.create({
      publicKey: {
        rp: { name: appName },
        // Neither the vault nor its owner: it lies in clear where the passkey does.
        user: { id: random(16), name: appName, displayName: appName },
        challenge: random(challengeSizeBytes),
        pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: 'public-key', alg })),
        excludeCredentials: known.map(describe),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  )
  const { rawId, prf, enabled } = read(made)
  if (prf === null && !enabled) throw new AppError('passkey-unsupported', 'no prf')
  const question = { credential: toBase64(rawId), salt: toBase64(salt) }
  // Many security keys make no PRF while they are enrolled; they do when asked.
  const answer = prf === null ? await askPasskey([question]) : { ...question, prf }
  return { ...question, prf: answer.prf }
}

/**
 * Asks one of these passkeys, the user chooses which. Throws `passkey-cancelled` (the browser does
 * not say whether the passkey was missing or the user went away), `passkey-unsupported`.
 */
export async function askPasskey(questions: readonly PasskeyQuestion[]): Promise<PasskeyAnswer> {
  const evalByCredential = Object.fromEntries(
    questions.map(({ credential, salt }) => [
      toBase64Url(fromBase64(credential)),
      { first: fromBase64(salt) },
    ]),
  )
  const used = await orAppError(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: random(challengeSizeBytes),
        allowCredentials: questions.map(describe),
        userVerification: 'required',
        extensions: { prf: { evalByCredential } },
      },
    }),
  )
  const { rawId, prf } = read(used)
  if (prf === null) throw new AppError('passkey-unsupported', 'no prf')
  return { credential: toBase64(rawId), prf }
}

function random(sizeBytes: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(sizeBytes))
}

function describe({ credential }: PasskeyQuestion): PublicKeyCredentialDescriptor {
  return { type: 'public-key', id: fromBase64(credential) }
}

function read(credential: Credential | null) {
  if (!(credential instanceof PublicKeyCredential)) throw new AppError('passkey-cancelled')
  const { prf } = credential.getClientExtensionResults()
  const first = prf?.results?.first
  return {
    rawId: new Uint8Array(credential.rawId),
    prf: first === undefined ? null : copyOf(first),
    enabled: prf?.enabled === true,
  }
}

function copyOf(source: BufferSource): Bytes {
  if (!ArrayBuffer.isView(source)) return new Uint8Array(source)
  return new Uint8Array(source.buffer, source.byteOffset, source.byteLength).slice()
}

const codes: Readonly<Record<string, 'passkey-cancelled' | 'passkey-known'>> = {
  NotAllowedError: 'passkey-cancelled',
  AbortError: 'passkey-cancelled',
  InvalidStateError: 'passkey-known',
}

async function orAppError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    throw new AppError(codes[name] ?? 'passkey-unsupported', name)
  }
}
