// @ts-check
import QRCode from 'qrcode'
import { html } from './html.mjs'
import { toBase32 } from './totp.mjs'

/** The name authenticators show. */
export const issuer = 'Larkfield Library'

/**
 * The set-up address that goes into the code.
 * @param {string} user
 * @param {Uint8Array} secret
 */
export function setupUri(user, secret) {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(user)}`
  const query = `secret=${toBase32(secret)}&issuer=${encodeURIComponent(issuer)}`
  return `otpauth://totp/${label}?${query}&algorithm=SHA1&digits=6&period=30`
}

/**
 * How a code is drawn; the usual one is black on white with four modules of margin.
 * @typedef {object} Look
 * @property {number} [margin] modules
 * @property {string} [ink]
 * @property {string} [paper]
 * @property {number} [visible] share of its width that is drawn, 0 to 1
 * @property {string} [id]
 */

/**
 * A code as an inline SVG that fills its box.
 * @param {string} text
 * @param {Look} [look]
 */
export function qrSvg(text, look = {}) {
  const { margin = 4, ink = '#000', paper = '#fff', visible = 1, id = 'qr' } = look
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules
  const side = size + 2 * margin
  const path = Array.from(data, (dark, i) =>
    dark ? `M${margin + (i % size)} ${margin + Math.floor(i / size)}h1v1h-1z` : '',
  ).join('')
  const width = Math.round(side * visible)
  return html`<svg id="${id}" class="qr" role="img" aria-label="QR code" viewBox="0 0 ${width} ${side}"
    shape-rendering="crispEdges"><path fill="${paper}" d="M0 0h${side}v${side}H0z"/><path fill="${ink}" d="${path}"/></svg>`
}

/**
 * The same as text on a dark page, as terminals show it: one letter a module.
 * @param {string} text
 * @param {number} [margin] modules
 */
export function qrLetters(text, margin = 1) {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules
  const lines = Array.from({ length: size + 2 * margin }, (_, row) =>
    Array.from({ length: size + 2 * margin }, (_, column) => {
      const [x, y] = [column - margin, row - margin]
      const isDark = x >= 0 && y >= 0 && x < size && y < size && data[y * size + x]
      return isDark ? ' ' : '█'
    }).join(''),
  )
  return lines.join('\n')
}

/**
 * The same as a picture file.
 * @param {string} text
 * @returns {Promise<Uint8Array>}
 */
export function qrPng(text) {
  return QRCode.toBuffer(text, { errorCorrectionLevel: 'M', margin: 4, scale: 6 })
}
