// @ts-check
import { html } from '../html.mjs'
import { toBase32 } from '../totp.mjs'
import { setupVariants } from '../variants.mjs'
import { layout, notice } from './layout.mjs'

/**
 * The key in groups of four, in two halves that stay whole on a narrow page.
 * @param {Uint8Array} secret
 */
function grouped(secret) {
  const groups = toBase32(secret).match(/.{1,4}/g) ?? []
  const halves = [groups.slice(0, 4), groups.slice(4)].map((half) => half.join(' '))
  return html`<span>${halves[0]}</span> <span>${halves[1]}</span>`
}

/**
 * @param {object} page
 * @param {string} page.user
 * @param {Uint8Array} page.secret
 * @param {string} page.variant
 * @param {string | undefined} [page.error]
 */
export function setupPage({ user, secret, variant, error }) {
  const { draw, dark = false } = setupVariants[variant] ?? { draw: () => null }
  const picture = draw(user, secret)
  const body = html`<h1>Set up two-factor</h1>
  <div class="card setup">
    ${picture && html`<div class="codes">${picture}</div>`}
    <ol class="steps">
      <li class="step"><h2>${picture ? 'Scan the code' : 'Copy the key'}</h2>
        <p class="quiet">${picture ? 'Use any authenticator. Or type this key into it:' : 'Type this key into your authenticator:'}</p>
        <code id="secret" class="secret">${grouped(secret)}</code></li>
      <li class="step"><h2>Type what it shows</h2>
        <p class="quiet">This proves that your authenticator and we agree.</p>
        ${notice(error)}
        <form method="post" action="/setup/${variant}" id="setup-form">
          <label for="code">Six-digit code</label>
          <div class="row"><input id="code" name="code" class="code" autocomplete="one-time-code"
            inputmode="numeric" maxlength="6" pattern="[0-9]*" required>
          <button class="primary" id="confirm">Switch on</button></div>
        </form></li>
    </ol>
  </div>
  <p class="aside"><a href="/account">Not now</a></p>`
  return layout({ title: 'Set up two-factor', body, user, dark })
}

/** @param {{ user: string, codes: readonly string[] }} page */
export function recoveryCodesPage({ user, codes }) {
  const list = html`<p class="quiet">Keep them where you keep your passport. They are shown this once;
      each logs you in one time when your authenticator is out of reach.</p>
    <ol id="recovery-codes" class="recovery">${codes.map((code) => html`<li><code>${code}</code></li>`)}</ol>`
  const gone = html`<p class="quiet" id="shown-before">They were shown once, when you switched
    two-factor on. Switch it off and on again to get new ones.</p>`
  const body = html`<section class="card narrow">
    <h1>Your recovery codes</h1>
    ${notice(codes.length > 0 ? 'Two-factor is on.' : undefined, 'done')}
    ${codes.length > 0 ? list : gone}
    <a class="button primary" id="kept" href="/account">${codes.length > 0 ? 'I have kept them' : 'Back to your shelf'}</a>
  </section>`
  return layout({ title: 'Your recovery codes', body, user })
}
