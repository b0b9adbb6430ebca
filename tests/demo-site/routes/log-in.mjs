// @ts-check
import { isPasswordOf, takeCode, takeRecoveryCode } from '../accounts.mjs'
import { redirect } from '../http.mjs'
import { framedPromptPage, promptPage, recoveryPromptPage, signInPage } from '../pages/sign-in.mjs'
import { allowedWrongCodes, openSession, setCookie } from '../sessions.mjs'
import { safeNext } from '../site.mjs'
import { promptVariants } from '../variants.mjs'

/** @typedef {import('../site.mjs').Handler} Handler */
/** @typedef {import('../site.mjs').Visit} Visit */

const usualPrompt = Object.keys(promptVariants)[0] ?? ''
const tooMany = 'Too many wrong codes. Log in with your password again.'
const refusals = {
  wrong: 'That code is not right. Wait for the next one and try again.',
  used: 'That code was used already. Wait for the next one.',
}

/** @param {string | null | undefined} name */
const promptNamed = (name) => (name && name in promptVariants ? name : usualPrompt)

/** @param {string} name */
const promptPath = (name) => (name === usualPrompt ? '/prompt' : `/prompt/${name}`)

/**
 * A refusal, as a page or, for a script, as its sentence alone.
 * @param {Visit} visit
 * @param {string} error
 * @param {(error: string) => string} page
 */
function refuse({ wantsJson }, error, page) {
  if (wantsJson) return { type: 'application/json', body: JSON.stringify({ error }) }
  return { status: 401, body: page(error) }
}

/** @type {Handler} */
export const showLogIn = ({ query }) => {
  const done = query.has('bye') ? 'You are logged out.' : undefined
  const error = query.has('again') ? tooMany : undefined
  const prompt = promptNamed(query.get('prompt'))
  return { body: signInPage({ prompt, next: safeNext(query.get('next')), error, done }) }
}

/** @type {Handler} */
export const logIn = (visit) => {
  const { site, form } = visit
  const user = form.get('user')?.trim().toLowerCase() ?? ''
  const account = site.state.accounts.get(user)
  const prompt = promptNamed(form.get('prompt'))
  const next = safeNext(form.get('next'))
  if (account === undefined || !isPasswordOf(account, form.get('password') ?? '')) {
    const error = 'E-mail address or password is not right.'
    return refuse(visit, error, () => signInPage({ prompt, next, user, error }))
  }
  site.state.sessions.delete(visit.sessionId)
  const signedIn = account.secret === null
  const id = openSession(site.state.sessions, { user, signedIn, next })
  return redirect(signedIn ? next : promptPath(prompt), setCookie(site.port, id))
}

/**
 * Where the field of a prompt stands in a frame: its address there.
 * @param {Visit} visit
 * @param {string} variant
 */
function frameSrcOf({ site, host }, variant) {
  const frame = promptVariants[variant]?.frame
  if (frame === undefined) return undefined
  const path = `/prompt/${variant}?framed`
  const other = host === 'localhost' ? '127.0.0.1' : 'localhost'
  return frame === 'same' ? path : `http://${other}:${site.port}${path}`
}

/** @type {Handler} */
export const showPrompt = (visit) => {
  const variant = promptNamed(visit.name)
  if (visit.session?.signedIn) return redirect('/account')
  if (visit.query.has('framed')) return { body: framedPromptPage({ variant }), framed: true }
  return { body: promptPage({ variant, frameSrc: frameSrcOf(visit, variant) }) }
}

/** @type {Handler} */
export const showRecoveryPrompt = ({ session }) =>
  session?.signedIn ? redirect('/account') : { body: recoveryPromptPage({}) }

/**
 * Lets a visitor in whose second proof was right, under a new session.
 * @param {Visit} visit
 * @param {import('../sessions.mjs').Session} session
 */
export function letIn({ site, sessionId }, { user, next }) {
  site.state.sessions.delete(sessionId)
  const id = openSession(site.state.sessions, { user, signedIn: true, next })
  return redirect(next, setCookie(site.port, id))
}

/**
 * Counts a wrong code; after too many the password has to be typed again.
 * @param {Visit} visit
 * @param {import('../sessions.mjs').Session} session
 * @param {string} error
 * @param {(error: string) => string} page
 */
export function turnAway(visit, session, error, page) {
  session.wrongCodes += 1
  if (session.wrongCodes < allowedWrongCodes) return refuse(visit, error, page)
  visit.site.state.sessions.delete(visit.sessionId)
  return redirect('/login?again', setCookie(visit.site.port, ''))
}

/** @type {Handler} */
export const takePrompt = (visit) => {
  const { site, session, account, name } = visit
  if (!session || session.signedIn || !account?.secret) return redirect('/login')
  const code = visit.form.get('code') ?? ''
  const nowMs = site.nowMs()
  const verdict = takeCode(account, account.secret, code, { nowMs, replay: site.replay })
  site.state.attempts.push({ user: account.user, at: 'sign-in', code, verdict, atMs: nowMs })
  if (verdict === 'right') return letIn(visit, session)
  return turnAway(visit, session, refusals[verdict], (error) =>
    promptPage({
      variant: promptNamed(name),
      error,
      frameSrc: frameSrcOf(visit, promptNamed(name)),
    }),
  )
}

/** @type {Handler} */
export const takeRecovery = (visit) => {
  const { site, session, account } = visit
  if (!session || session.signedIn || !account?.secret) return redirect('/login')
  const code = visit.form.get('recovery') ?? ''
  const verdict = takeRecoveryCode(account, code) ? 'right' : 'wrong'
  const { user } = account
  site.state.attempts.push({ user, at: 'recovery', code, verdict, atMs: site.nowMs() })
  if (verdict === 'right') return letIn(visit, session)
  const error = 'That is none of your recovery codes, or it was used before.'
  return turnAway(visit, session, error, (text) => recoveryPromptPage({ error: text }))
}

/** @type {Handler} */
export const logOut = ({ site, sessionId }) => {
  site.state.sessions.delete(sessionId)
  return redirect('/login?bye', setCookie(site.port, ''))
}
