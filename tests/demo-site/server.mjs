// @ts-check
import { createServer } from 'node:http'
import { newAccount } from './accounts.mjs'
import { isFromThisSite, readForm, redirect, send } from './http.mjs'
import { findRoute } from './routes/table.mjs'
import { cookieName, readCookie } from './sessions.mjs'
import { resetState } from './site.mjs'

/**
 * @typedef {object} DemoSiteOptions
 * @property {number} [port] 0, and so any free one, unless told
 * @property {string} [user] an e-mail address, lower case
 * @property {string} [password]
 * @property {boolean} [replay] true: a code is good again in its time step; false unless told
 * @property {() => number} [nowMs] the site's clock
 */

/**
 * A running site, served alike at 127.0.0.1 and localhost.
 * @typedef {object} DemoSite
 * @property {string} url with 127.0.0.1, without a slash at the end
 * @property {string} localhostUrl the same site by its other name
 * @property {string} user
 * @property {string} password
 * @property {import('./site.mjs').SiteState} state
 * @property {(account: Parameters<typeof newAccount>[0]) => void} addAccount
 * @property {() => void} reset forgets everything but the demo user, as it was at the start
 * @property {() => Promise<void>} close
 */

/**
 * @param {import('./site.mjs').Site} site
 * @param {import('node:http').IncomingMessage} request
 * @param {URL} url
 * @param {string | undefined} name
 * @returns {Promise<import('./site.mjs').Visit>}
 */
async function toVisit(site, request, url, name) {
  const sessionId = readCookie(request.headers.cookie, cookieName(site.port)) ?? ''
  const session = site.state.sessions.get(sessionId)
  return {
    site,
    sessionId,
    session,
    account: session && site.state.accounts.get(session.user),
    name,
    host: request.headers.host?.split(':')[0] ?? '',
    query: url.searchParams,
    form: await readForm(request),
    wantsJson: request.headers.accept === 'application/json',
  }
}

/**
 * @param {import('./site.mjs').Site} site
 * @param {import('node:http').IncomingMessage} request
 * @returns {Promise<import('./http.mjs').Reply>}
 */
async function answer(site, request) {
  const url = new URL(request.url ?? '/', 'http://site.invalid')
  const route = findRoute(request.method ?? '', url.pathname)
  if (!route) return request.method === 'GET' ? { ...redirect('/'), status: 302 } : { status: 404 }
  if (!isFromThisSite(request)) return { status: 403, type: 'text/plain', body: 'wrong sender' }
  const visit = await toVisit(site, request, url, route.name)
  const reply = await route.handler(visit)
  if (!visit.wantsJson || reply.location === undefined) return reply
  const body = JSON.stringify({ location: reply.location })
  return { ...reply, status: 200, type: 'application/json', body }
}

/**
 * Starts the demo site on the loopback interface.
 * @param {DemoSiteOptions} [options]
 * @returns {Promise<DemoSite>}
 */
export async function startDemoSite(options = {}) {
  const { user = 'reader@example.test', password = 'three-quiet-books' } = options
  const { port = 0, replay = false, nowMs = Date.now } = options
  const state = { accounts: new Map(), sessions: new Map(), attempts: [], mails: [] }
  const site = { port, replay, nowMs, state }
  const server = createServer((request, response) => {
    answer(site, request).then(
      (reply) => send(response, reply),
      () => send(response, { status: 400, type: 'text/plain', body: 'cannot be read' }),
    )
  })
  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', () => resolve(undefined))
  })
  const address = server.address()
  site.port = address && typeof address === 'object' ? address.port : port
  resetState(state, { user, password })
  return {
    url: `http://127.0.0.1:${site.port}`,
    localhostUrl: `http://localhost:${site.port}`,
    user,
    password,
    state,
    addAccount: (account) => void state.accounts.set(account.user, newAccount(account)),
    reset: () => resetState(state, { user, password }),
    close: () => closeServer(server),
  }
}

/** @param {import('node:http').Server} server */
function closeServer(server) {
  return /** @type {Promise<void>} */ (
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  )
}
