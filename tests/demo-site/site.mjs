// @ts-check
import { newAccount } from './accounts.mjs'

/**
 * Everything one running site remembers.
 * @typedef {object} SiteState
 * @property {Map<string, import('./accounts.mjs').Account>} accounts by user
 * @property {Map<string, import('./sessions.mjs').Session>} sessions by the cookie's value
 * @property {import('./accounts.mjs').Attempt[]} attempts every code that was sent, oldest first
 * @property {Mail[]} mails every code that the site "mailed", oldest first
 */

/**
 * @typedef {object} Mail
 * @property {string} to
 * @property {string} code
 * @property {boolean} used
 */

/**
 * @typedef {object} Site
 * @property {number} port
 * @property {boolean} replay
 * @property {() => number} nowMs
 * @property {SiteState} state
 */

/**
 * One request, as the routes see it.
 * @typedef {object} Visit
 * @property {Site} site
 * @property {string} sessionId '' without one
 * @property {import('./sessions.mjs').Session | undefined} session
 * @property {import('./accounts.mjs').Account | undefined} account of the session
 * @property {string} host the name that the site was called by, without its port
 * @property {string | undefined} name the last part of the address, where the route has one
 * @property {URLSearchParams} query
 * @property {URLSearchParams} form
 * @property {boolean} wantsJson asked by a script, not by a navigation
 */

/**
 * @typedef {(visit: Visit) => import('./http.mjs').Reply | Promise<import('./http.mjs').Reply>} Handler
 */

/**
 * Empties the state down to the demo user.
 * @param {SiteState} state
 * @param {{ user: string, password: string }} demo
 */
export function resetState(state, demo) {
  state.accounts.clear()
  state.sessions.clear()
  state.attempts.length = 0
  state.mails.length = 0
  state.accounts.set(demo.user, newAccount(demo))
}

/**
 * A path of this site to go to next; anything else becomes the account page.
 * @param {string | null} next
 */
export function safeNext(next) {
  return next !== null && /^\/(?![/\\])[\w/?=&-]*$/.test(next) ? next : '/account'
}
