// @ts-check
import { redirect } from '../http.mjs'
import * as account from './account.mjs'
import { showFile } from './files.mjs'
import * as logIn from './log-in.mjs'
import * as mailed from './mailed-code.mjs'

/** @typedef {import('../site.mjs').Handler} Handler */

/**
 * Every address of the site; ":name" takes one more part.
 * @type {readonly (readonly [method: 'GET' | 'POST', path: string, handler: Handler])[]}
 */
export const routes = [
  ['GET', '/', ({ session }) => redirect(session?.signedIn ? '/account' : '/login')],
  ['GET', '/login', logIn.showLogIn],
  ['POST', '/login', logIn.logIn],
  ['GET', '/prompt', logIn.showPrompt],
  ['GET', '/prompt/:name', logIn.showPrompt],
  ['POST', '/prompt/:name', logIn.takePrompt],
  ['GET', '/recovery-code', logIn.showRecoveryPrompt],
  ['POST', '/recovery-code', logIn.takeRecovery],
  ['GET', '/mailed-code', mailed.showMailedPrompt],
  ['POST', '/mailed-code', mailed.takeMailed],
  ['POST', '/logout', logIn.logOut],
  ['GET', '/account', account.showAccount],
  ['GET', '/setup', account.showSetup],
  ['GET', '/setup/:name', account.showSetup],
  ['POST', '/setup/:name', account.confirmSetup],
  ['GET', '/qr.png', account.showQr],
  ['GET', '/recovery-codes', account.showRecoveryCodes],
  ['GET', '/two-factor/off', account.showSwitchOff],
  ['POST', '/two-factor/off', account.confirmSwitchOff],
  ['GET', '/static/:name', showFile],
]

/**
 * The handler for a request and the part of the address it names, or null.
 * @param {string} method
 * @param {string} path
 * @returns {{ handler: Handler, name: string | undefined } | null}
 */
export function findRoute(method, path) {
  const slash = path.lastIndexOf('/')
  const name = path.slice(slash + 1)
  for (const [verb, pattern, handler] of routes) {
    if (verb !== method) continue
    if (pattern === path) return { handler, name: undefined }
    if (name && pattern === `${path.slice(0, slash)}/:name`) return { handler, name }
  }
  return null
}
