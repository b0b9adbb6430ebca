// @ts-check
// The other shapes that prompts and set-up pages have out there, one row each. The first row of
// each table is what the site shows when nobody asks for another.
import { createHash } from 'node:crypto'
import { html } from './html.mjs'
import { qrSvg, setupUri } from './qr.mjs'

/**
 * A prompt for the code at sign-in, at /prompt/NAME.
 * @typedef {object} PromptVariant
 * @property {string} about
 * @property {import('./html.mjs').Markup} field
 * @property {string} [script] a file of static/
 * @property {'same' | 'other'} [frame] the field stands in a frame of this site, by this name of it
 * or by its other one, which for a browser is another site
 */

const label = html`<label for="code">Six-digit code</label>`
const usual = html`${label}
  <input id="code" name="code" class="code" autocomplete="one-time-code" inputmode="numeric"
    maxlength="6" pattern="[0-9]*" required autofocus>`

const boxes = [1, 2, 3, 4, 5, 6].map(
  (n) => html`<input class="box" inputmode="numeric" maxlength="1" aria-label="Digit ${n} of 6"
    ${n === 1 ? html`autocomplete="one-time-code" autofocus` : html`autocomplete="off"`}>`,
)

/** @type {Readonly<Record<string, PromptVariant>>} */
export const promptVariants = {
  'one-input': { about: 'one field with autocomplete one-time-code', field: usual },
  'six-boxes': {
    about: 'six boxes of one digit, joined into a hidden field by a script',
    field: html`<fieldset class="boxes"><legend>Six-digit code</legend>${boxes}</fieldset>
      <input type="hidden" name="code">`,
    script: 'six-boxes.js',
  },
  late: {
    about: 'the field is put in 1.5 s after the page is there',
    field: html`<div id="late" data-after-ms="1500"><p class="quiet">One moment …</p>
      <template>${usual}</template></div>`,
    script: 'late.js',
  },
  'number-input': {
    about: 'type=number, known by its name and label alone',
    field: html`${label}<input id="code" name="code" class="code" type="number" required autofocus>`,
  },
  'password-input': {
    about: 'type=password, the digits show as dots',
    field: html`${label}<input id="code" name="code" class="code" type="password" maxlength="6"
      inputmode="numeric" autocomplete="off" required autofocus>`,
  },
  'auto-submit': {
    about: 'sends itself at the sixth digit',
    field: usual,
    script: 'auto-submit.js',
  },
  'same-address': {
    about: 'takes the place of the password form at /login, without a navigation',
    field: usual,
  },
  'own-frame': { about: 'in a frame of the same site', field: usual, frame: 'same' },
  'foreign-frame': { about: 'in a frame of another site', field: usual, frame: 'other' },
}

/**
 * What the set-up page shows to be scanned, at /setup/NAME.
 * @typedef {object} SetupVariant
 * @property {string} about
 * @property {(user: string, secret: Uint8Array) => import('./html.mjs').Markup | null} draw
 * @property {boolean} [dark] the page is dark whatever the browser prefers
 */

/** @param {import('./html.mjs').Markup} code @param {string} [caption] */
const tile = (code, caption) =>
  html`<figure class="tile">${code}${caption && html`<figcaption>${caption}</figcaption>`}</figure>`

/** @param {Uint8Array} secret */
const another = (secret) => createHash('sha1').update(secret).digest()

/** @type {Readonly<Record<string, SetupVariant>>} */
export const setupVariants = {
  svg: {
    about: 'an inline SVG on a white tile',
    draw: (user, secret) => tile(qrSvg(setupUri(user, secret))),
  },
  png: {
    about: 'an img with an address of its own',
    draw: () => tile(html`<img id="qr" class="qr" src="/qr.png" alt="QR code">`),
  },
  'dark-no-margin': {
    about: 'a dark page, the code without its quiet zone',
    dark: true,
    draw: (user, secret) =>
      html`<figure class="bare">${qrSvg(setupUri(user, secret), { margin: 0 })}</figure>`,
  },
  inverted: {
    about: 'a dark page, light modules on dark',
    dark: true,
    draw: (user, secret) => {
      const look = { ink: '#e8e6df', paper: '#14191a' }
      return html`<figure class="bare">${qrSvg(setupUri(user, secret), look)}</figure>`
    },
  },
  'two-codes': {
    about: 'two codes; the first is the one the box below wants',
    draw: (user, secret) =>
      [
        tile(qrSvg(setupUri(user, secret)), 'Your card'),
        tile(qrSvg(setupUri(`${user} (family)`, another(secret)), { id: 'qr-2' }), 'Family card'),
      ].reduce((a, b) => html`${a}${b}`),
  },
  'web-link': {
    about: 'the only code on the page is a link to an app',
    draw: () => tile(qrSvg('https://larkfield-library.example/app'), 'Get our app'),
  },
  'cut-off': {
    about: 'a third of the code is missing',
    draw: (user, secret) => tile(qrSvg(setupUri(user, secret), { visible: 0.66 })),
  },
  none: { about: 'only the key as text', draw: () => null },
}
