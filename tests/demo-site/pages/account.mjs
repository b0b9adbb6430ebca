// @ts-check
import { html } from '../html.mjs'
import { layout, notice } from './layout.mjs'

const loans = [
  { title: 'The Salt Road', author: 'Ines Marlowe', days: 3, colour: 1 },
  { title: 'Small Weather', author: 'Tobias Renn', days: 9, colour: 3 },
  { title: 'A Field Guide to Quiet', author: 'Oda Lindqvist', days: 17, colour: 2 },
]
const dayMs = 86_400_000
const day = new Intl.DateTimeFormat('en', { weekday: 'short', day: 'numeric', month: 'long' })

/** @param {number} nowMs */
const loanList = (nowMs) =>
  loans.map(
    ({
      title,
      author,
      days,
      colour,
    }) => html`<li class="loan"><span class="cover c${colour}"></span>
      <span><strong>${title}</strong><br><span class="quiet">${author}</span></span>
      <span class="due quiet">due ${day.format(nowMs + days * dayMs)}</span></li>`,
  )

/** @param {'on' | 'off'} state @param {string} word */
const head = (state, word) => html`<div class="state"><h2>Two-factor log-in</h2>
  <span class="pill ${state}" id="two-factor-state">${word}</span></div>`

/** @param {boolean} isOn @param {number} left recovery codes */
function twoFactorCard(isOn, left) {
  if (!isOn)
    return html`${head('off', 'Off')}
      <p class="quiet">A code from your authenticator, besides the password, keeps others out.</p>
      <a class="button primary" id="set-up" href="/setup">Set up two-factor</a>`
  return html`${head('on', 'On')}
    <p class="quiet">You are asked for a code at every log-in. ${left} recovery codes are left.</p>
    <a class="button" id="switch-off" href="/two-factor/off">Switch off</a>`
}

/**
 * @param {object} page
 * @param {string} page.user
 * @param {boolean} page.isOn
 * @param {number} page.left recovery codes
 * @param {number} page.nowMs
 * @param {string | undefined} [page.done]
 */
export function accountPage({ user, isOn, left, nowMs, done }) {
  const body = html`${notice(done, 'done')}
    <h1>Your shelf</h1>
    <div class="columns">
      <section class="card"><h2>On loan</h2><ul class="loans">${loanList(nowMs)}</ul></section>
      <section class="card">${twoFactorCard(isOn, left)}</section>
    </div>`
  return layout({ title: 'Your shelf', body, user })
}

/** @param {{ user: string, error?: string }} page */
export function switchOffPage({ user, error }) {
  const body = html`<section class="card narrow">
    <h1>Switch it off?</h1>
    <p class="quiet">Without two-factor your password alone opens your account. Your recovery codes end too.</p>
    ${notice(error)}
    <form method="post" action="/two-factor/off">
      <label for="password">Password</label>
      <input id="password" name="password" type="password" autocomplete="current-password" required autofocus>
      <button class="danger" id="confirm-off">Switch off</button>
    </form>
    <p class="aside"><a href="/account">Keep it on</a></p>
  </section>`
  return layout({ title: 'Switch off two-factor', body, user })
}
