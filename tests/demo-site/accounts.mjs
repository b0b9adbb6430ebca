// @ts-check
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { hashRecoveryCode, newRecoveryCodes } from './recovery-codes.mjs'
import { checkCode, fromBase32 } from './totp.mjs'

/**
 * One reader of the library.
 * @typedef {object} Account
 * @property {string} user
 * @property {Buffer} passwordHash
 * @property {Uint8Array | null} secret of two-factor sign-in; null: it is off
 * @property {Uint8Array | null} offeredSecret shown on the set-up page and not confirmed yet
 * @property {number | null} lastUsedStep the newest time step a code was accepted for
 * @property {Set<string>} recoveryHashes of the recovery codes that are still good
 */

/**
 * One code that was sent to the site, for tests that count them.
 * @typedef {object} Attempt
 * @property {string} user
 * @property {'set-up' | 'sign-in' | 'recovery' | 'mailed'} at
 * @property {string} code as it arrived
 * @property {'right' | 'wrong' | 'used'} verdict
 * @property {number} atMs
 */

/** @param {string} password */
const hash = (password) => createHash('sha256').update(password).digest()

/**
 * @param {object} wanted
 * @param {string} wanted.user
 * @param {string} wanted.password
 * @param {string} [wanted.secretBase32] given: two-factor is on from the start
 * @returns {Account}
 */
export function newAccount({ user, password, secretBase32 }) {
  return {
    user,
    passwordHash: hash(password),
    secret: secretBase32 === undefined ? null : fromBase32(secretBase32),
    offeredSecret: null,
    lastUsedStep: null,
    recoveryHashes: new Set(),
  }
}

/**
 * @param {Account} account
 * @param {string} password
 */
export function isPasswordOf(account, password) {
  return timingSafeEqual(account.passwordHash, hash(password))
}

/**
 * The secret on the set-up page: the same one until it is confirmed, however often it is loaded.
 * @param {Account} account
 */
export function offerSecret(account) {
  account.offeredSecret ??= randomBytes(20)
  return account.offeredSecret
}

/**
 * Checks a code against a secret of the account and remembers its step when it is right.
 * @param {Account} account
 * @param {Uint8Array} secret
 * @param {string} code
 * @param {{ nowMs: number, replay: boolean }} rules replay: a used code is good again
 */
export function takeCode(account, secret, code, { nowMs, replay }) {
  const lastUsedStep = replay ? null : account.lastUsedStep
  const check = checkCode({ secret, code, nowMs, lastUsedStep })
  if (check.verdict === 'right') account.lastUsedStep = check.step
  return check.verdict
}

/**
 * Switches two-factor on with the offered secret and returns the recovery codes, in clear, once.
 * @param {Account} account
 */
export function switchOn(account) {
  account.secret = account.offeredSecret
  account.offeredSecret = null
  const codes = newRecoveryCodes(randomBytes)
  account.recoveryHashes = new Set(codes.map(hashRecoveryCode))
  return codes
}

/** @param {Account} account */
export function switchOff(account) {
  account.secret = null
  account.lastUsedStep = null
  account.recoveryHashes.clear()
}

/**
 * Uses a recovery code up; false when it is none or was used before.
 * @param {Account} account
 * @param {string} code
 */
export function takeRecoveryCode(account, code) {
  return account.recoveryHashes.delete(hashRecoveryCode(code))
}
