// @ts-check
import { isPasswordOf, offerSecret, switchOff, switchOn, takeCode } from '../accounts.mjs'
import { redirect } from '../http.mjs'
import { accountPage, switchOffPage } from '../pages/account.mjs'
import { recoveryCodesPage, setupPage } from '../pages/setup.mjs'
import { qrPng, setupUri } from '../qr.mjs'
import { setupVariants } from '../variants.mjs'

/** @typedef {import('../site.mjs').Handler} Handler */

/**
 * @typedef {import('../site.mjs').Visit & {
 *   account: import('../accounts.mjs').Account,
 *   session: import('../sessions.mjs').Session,
 * }} MemberVisit
 */

/**
 * A route for visitors who are signed in; others are sent to log in first.
 * @param {string} path to come back to
 * @param {(visit: MemberVisit) => ReturnType<Handler>} handler
 * @returns {Handler}
 */
function forMembers(path, handler) {
  return (visit) => {
    const { session, account, name } = visit
    if (session?.signedIn && account) return handler({ ...visit, session, account })
    const next = name === undefined ? path : `${path}/${name}`
    return redirect(`/login?next=${encodeURIComponent(next)}`)
  }
}

const usualSetup = Object.keys(setupVariants)[0] ?? ''

/** @param {string | undefined} name */
const setupNamed = (name) => (name && name in setupVariants ? name : usualSetup)

export const showAccount = forMembers('/account', ({ site, account, query }) => {
  const isOn = account.secret !== null
  const done = query.has('off') ? 'Two-factor is off.' : undefined
  const left = account.recoveryHashes.size
  return { body: accountPage({ user: account.user, isOn, left, nowMs: site.nowMs(), done }) }
})

export const showSetup = forMembers('/setup', ({ account, name }) => {
  if (account.secret) return redirect('/account')
  const secret = offerSecret(account)
  return { body: setupPage({ user: account.user, secret, variant: setupNamed(name) }) }
})

export const showQr = forMembers('/setup', async ({ account }) => ({
  type: 'image/png',
  body: await qrPng(setupUri(account.user, offerSecret(account))),
}))

export const confirmSetup = forMembers('/setup', ({ site, account, session, name, form }) => {
  if (account.secret) return redirect('/account')
  const { user } = account
  const secret = offerSecret(account)
  const code = form.get('code') ?? ''
  const nowMs = site.nowMs()
  const verdict = takeCode(account, secret, code, { nowMs, replay: site.replay })
  site.state.attempts.push({ user, at: 'set-up', code, verdict, atMs: nowMs })
  if (verdict !== 'right') {
    const error = 'That code is not right. Check your clock, and try the next one.'
    return { status: 422, body: setupPage({ user, secret, variant: setupNamed(name), error }) }
  }
  session.recoveryCodes = switchOn(account)
  return redirect('/recovery-codes')
})

export const showRecoveryCodes = forMembers('/recovery-codes', ({ account, session }) => {
  const codes = session.recoveryCodes
  session.recoveryCodes = []
  return { body: recoveryCodesPage({ user: account.user, codes }) }
})

export const showSwitchOff = forMembers('/two-factor/off', ({ account }) => ({
  body: switchOffPage({ user: account.user }),
}))

export const confirmSwitchOff = forMembers('/two-factor/off', ({ account, form }) => {
  if (!isPasswordOf(account, form.get('password') ?? '')) {
    const error = 'That is not your password.'
    return { status: 401, body: switchOffPage({ user: account.user, error }) }
  }
  switchOff(account)
  return redirect('/account?off')
})
