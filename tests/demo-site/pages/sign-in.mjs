// @ts-check
import { html } from '../html.mjs'
import { promptVariants } from '../variants.mjs'
import { layout, notice } from './layout.mjs'

/** Width, height and colour number of the spines on the shelf. */
const spines = [
  [34, 150, 1],
  [26, 178, 2],
  [40, 132, 3],
  [22, 166, 4],
  [36, 186, 1],
  [28, 142, 5],
  [44, 160, 2],
  [24, 190, 3],
  [32, 148, 4],
  [38, 172, 5],
]

function shelf() {
  let x = 0
  const books = spines.map(([width = 0, height = 0, colour = 1]) => {
    const top = 210 - height
    const book = html`<rect class="spine c${colour}" x="${x}" y="${top}" width="${width}" height="${height}" rx="3"/>
      <rect class="band" x="${x + 5}" y="${top + 18}" width="${width - 10}" height="3"/>
      <rect class="band" x="${x + 5}" y="${top + 26}" width="${width - 10}" height="3"/>`
    x += width + 3
    return book
  })
  return html`<svg class="shelf" viewBox="0 0 ${x} 218" aria-hidden="true">${books}
    <rect class="board" x="0" y="210" width="${x}" height="8"/></svg>`
}

/**
 * @param {object} page
 * @param {string} page.prompt which prompt comes after the password
 * @param {string} page.next
 * @param {string} [page.user] typed before
 * @param {string | undefined} [page.error]
 * @param {string | undefined} [page.done]
 */
export function signInPage({ prompt, next, user = '', error, done }) {
  const sameAddress = prompt === 'same-address'
  const body = html`<div class="split card">
  <section id="step">
    <h1>Welcome back</h1>
    <p class="quiet">Log in to see your loans and reservations.</p>
    ${notice(error)}${notice(done, 'done')}
    <form method="post" action="/login" id="login-form">
      <label for="user">E-mail address</label>
      <input id="user" name="user" type="email" autocomplete="username" required value="${user}"
        ${user === '' && html`autofocus`}>
      <label for="password">Password</label>
      <input id="password" name="password" type="password" autocomplete="current-password" required
        ${user !== '' && html`autofocus`}>
      <input type="hidden" name="prompt" value="${prompt}">
      <input type="hidden" name="next" value="${next}">
      <button class="primary" id="log-in">Log in</button>
    </form>
    ${sameAddress && html`<template id="code-step">${codeForm({ variant: prompt })}</template>`}
  </section>
  <aside class="panel"><p>Four thousand books,<br>one quiet room.</p>${shelf()}</aside>
</div>`
  return layout({ title: 'Log in', body, scripts: sameAddress ? ['same-address.js'] : [] })
}

/**
 * @param {object} form
 * @param {string} form.variant
 * @param {string | undefined} [form.error]
 * @param {boolean} [form.framed]
 */
function codeForm({ variant, error, framed = false }) {
  return html`<h1>One more step</h1>
    <p class="quiet">Type the code your authenticator shows for Larkfield Library.</p>
    ${notice(error)}
    <form method="post" action="/prompt/${variant}" id="code-form"${framed && html` target="_top"`}>
      ${promptVariants[variant]?.field}
      <button class="primary" id="verify">Verify</button>
    </form>
    ${!framed && ways}`
}

const ways = html`<p class="aside"><a href="/recovery-code">Use a recovery code instead</a></p>
  <p class="aside"><a href="/mailed-code">Get a code by e-mail instead</a></p>`

/** @param {{ src: string, error?: string | undefined }} frame */
const frameWithCode = ({ src, error }) => html`<h1>One more step</h1>${notice(error)}
  <iframe id="prompt-frame" class="prompt-frame" title="Code" src="${src}"></iframe>${ways}`

/**
 * The prompt for the code, after the password.
 * @param {object} page
 * @param {string} page.variant
 * @param {string | undefined} [page.error]
 * @param {string | undefined} [page.frameSrc] where the field is, when it stands in a frame
 */
export function promptPage({ variant, error, frameSrc }) {
  const script = promptVariants[variant]?.script
  const body = html`<section class="card narrow">
    ${frameSrc ? frameWithCode({ src: frameSrc, error }) : codeForm({ variant, error })}</section>`
  return layout({ title: 'Enter your code', body, scripts: script ? [script] : [] })
}

/**
 * What stands in the frame of a prompt: the form, and nothing around it.
 * @param {{ variant: string }} page
 */
export function framedPromptPage({ variant }) {
  return layout({ title: 'Enter your code', body: codeForm({ variant, framed: true }) })
}

/** @param {{ user: string, error?: string }} page */
export function mailedPromptPage({ user, error }) {
  const body = html`<section class="card narrow">
    <h1>Check your inbox</h1>
    <p class="quiet">We have sent a six-digit code by e-mail to ${user}. It is good for one log-in.</p>
    ${notice(error)}
    <form method="post" action="/mailed-code" id="mailed-form">
      <label for="code">Code from the e-mail</label>
      <input id="code" name="code" class="code" autocomplete="one-time-code" inputmode="numeric"
        maxlength="6" required autofocus>
      <button class="primary" id="verify">Log in</button>
    </form>
    <p class="aside"><a href="/prompt">Use your authenticator instead</a></p>
  </section>`
  return layout({ title: 'Check your inbox', body })
}

/** @param {{ error?: string }} page */
export function recoveryPromptPage({ error }) {
  const body = html`<section class="card narrow">
    <h1>Use a recovery code</h1>
    <p class="quiet">One of the ten you kept when you switched two-factor on. Each works once.</p>
    ${notice(error)}
    <form method="post" action="/recovery-code" id="recovery-form">
      <label for="recovery">Recovery code</label>
      <input id="recovery" name="recovery" class="mono" autocomplete="off" autocapitalize="none"
        spellcheck="false" placeholder="xxxx-xxxx" required autofocus>
      <button class="primary" id="verify">Log in</button>
    </form>
    <p class="aside"><a href="/prompt">Back to the code</a></p>
  </section>`
  return layout({ title: 'Recovery code', body })
}
