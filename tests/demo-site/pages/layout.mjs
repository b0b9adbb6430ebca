// @ts-check
import { html } from '../html.mjs'
import { issuer } from '../qr.mjs'

const styles = ['base', 'forms', 'pages']

const mark = html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
  <path class="mark-page" d="M3 8c5-2 9-1 13 2v17c-4-3-8-4-13-2z"/>
  <path class="mark-page mark-back" d="M29 8c-5-2-9-1-13 2v17c4-3 8-4 13-2z"/>
  <path class="mark-leaf" d="M9 7c3 0 5 1 7 3 1-4 4-6 9-7-1 5-4 9-9 9-3 0-6-2-7-5z"/></svg>`

/** @param {string} user */
const account = (user) => html`<form class="who" method="post" action="/logout">
  <span class="quiet">${user}</span><button class="small" id="log-out">Log out</button></form>`

/**
 * The page around every page.
 * @param {object} page
 * @param {string} page.title
 * @param {import('../html.mjs').Markup} page.body
 * @param {string} [page.user] who is signed in
 * @param {readonly string[]} [page.scripts] files of static/
 * @param {boolean} [page.dark] dark whatever the browser prefers
 */
export function layout({ title, body, user, scripts = [], dark = false }) {
  return html`<!doctype html>
<html lang="en"${dark && html` class="dark"`}>
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${title} · ${issuer}</title>
  <link rel="icon" href="/static/icon.svg">
  ${styles.map((name) => html`<link rel="stylesheet" href="/static/${name}.css">`)}
  ${scripts.map((name) => html`<script src="/static/${name}" defer></script>`)}
</head>
<body>
  <header class="top"><a class="brand" href="/">${mark}<span>${issuer}</span></a>${user && account(user)}</header>
  <main>${body}</main>
  <footer class="quiet">A made-up library for trying two-factor log-ins. Nothing here leaves this computer.</footer>
</body>
</html>
`.text
}

/**
 * A sentence above a form; nothing when there is none.
 * @param {string | undefined} text
 * @param {'error' | 'done'} [kind]
 */
export function notice(text, kind = 'error') {
  const role = kind === 'error' ? 'alert' : 'status'
  return text && html`<p id="notice" class="notice ${kind}" role="${role}">${text}</p>`
}
