// @ts-check
import { randomBytes } from 'node:crypto'

/**
 * One visitor, from the right password on.
 * @typedef {object} Session
 * @property {string} user
 * @property {boolean} signedIn false: the password was right and the code is still to come
 * @property {string} next where the visitor wanted to go, a path of this site
 * @property {number} wrongCodes in this sign-in
 * @property {readonly string[]} recoveryCodes to be shown once
 */

/** Wrong codes after which the password has to be typed again. */
export const allowedWrongCodes = 5

/**
 * The cookie's name. Cookies are shared by all ports of a host, hence the port in it: two demo
 * sites on one machine do not sign each other out.
 * @param {number} port
 */
export const cookieName = (port) => `larkfield_${port}`

/**
 * Opens a session under a new id, so that an id planted before the sign-in is worth nothing.
 * @param {Map<string, Session>} sessions
 * @param {Pick<Session, 'user' | 'signedIn' | 'next'>} visitor
 */
export function openSession(sessions, visitor) {
  const id = randomBytes(24).toString('base64url')
  sessions.set(id, { ...visitor, wrongCodes: 0, recoveryCodes: [] })
  return id
}

/**
 * @param {string | undefined} header of the request
 * @param {string} name
 */
export function readCookie(header, name) {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([key]) => key === name)?.[1]
}

/**
 * @param {number} port
 * @param {string} id '' ends the session in the browser too
 */
export function setCookie(port, id) {
  const life = id === '' ? '; Max-Age=0' : ''
  return `${cookieName(port)}=${id}; Path=/; HttpOnly; SameSite=Lax${life}`
}
