// @ts-check
import { randomInt } from 'node:crypto'
import { redirect } from '../http.mjs'
import { mailedPromptPage } from '../pages/sign-in.mjs'
import { letIn, turnAway } from './log-in.mjs'

/** @typedef {import('../site.mjs').Handler} Handler */

/**
 * Sends a code to the visitor's own address, and asks for it; no mail leaves this computer.
 * @type {Handler}
 */
export const showMailedPrompt = ({ site, session }) => {
  if (!session || session.signedIn) return redirect('/login')
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  site.state.mails.push({ to: session.user, code, used: false })
  return { body: mailedPromptPage({ user: session.user }) }
}

/** @type {Handler} */
export const takeMailed = (visit) => {
  const { site, session } = visit
  if (!session || session.signedIn) return redirect('/login')
  const { user } = session
  const code = visit.form.get('code') ?? ''
  const mail = site.state.mails.findLast(({ to }) => to === user)
  const verdict = mail?.code !== code ? 'wrong' : mail.used ? 'used' : 'right'
  if (mail && verdict === 'right') mail.used = true
  site.state.attempts.push({ user, at: 'mailed', code, verdict, atMs: site.nowMs() })
  if (verdict === 'right') return letIn(visit, session)
  return turnAway(visit, session, 'That is not the code of the newest e-mail.', (error) =>
    mailedPromptPage({ user, error }),
  )
}
