// @ts-check

/**
 * What a page answers.
 * @typedef {object} Reply
 * @property {number} [status] 200 unless told
 * @property {string} [type] text/html unless told
 * @property {string | Uint8Array} [body]
 * @property {string} [location] for a redirect
 * @property {string} [cookie] a whole set-cookie value
 * @property {boolean} [framed] may be shown in a frame, of this site by either of its names
 */

const names = 'http://127.0.0.1:* http://localhost:*'

/** @param {boolean} framed */
const policyOf = (framed) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    `frame-src ${names}`,
    `frame-ancestors ${framed ? names : "'none'"}`,
    "base-uri 'none'",
  ].join('; ')

const securityHeaders = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
}

const formLimitBytes = 16_384

/**
 * The fields of a form that was sent; empty for anything else than a form. Throws when too long.
 * @param {import('node:http').IncomingMessage} request
 */
export async function readForm(request) {
  const chunks = []
  let sizeBytes = 0
  for await (const chunk of request) {
    sizeBytes += chunk.length
    if (sizeBytes > formLimitBytes) throw new Error('form too long')
    chunks.push(chunk)
  }
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')
  return new URLSearchParams(isForm ? Buffer.concat(chunks).toString('utf8') : '')
}

/**
 * True for a request no other site could have sent: browsers name the sender of every POST.
 * @param {import('node:http').IncomingMessage} request
 */
export function isFromThisSite({ headers, method }) {
  if (method === 'GET' || method === 'HEAD') return true
  return headers.origin === undefined || headers.origin === `http://${headers.host}`
}

/**
 * @param {string} location
 * @param {string} [cookie]
 * @returns {Reply}
 */
export function redirect(location, cookie) {
  return { status: 303, location, ...(cookie === undefined ? {} : { cookie }) }
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {Reply} reply
 */
export function send(response, reply) {
  const { status = 200, type = 'text/html', body = '', location, cookie, framed = false } = reply
  const charset = /^text|json$|javascript$/.test(type) ? '; charset=utf-8' : ''
  response.writeHead(status, {
    ...securityHeaders,
    'content-security-policy': policyOf(framed),
    'content-type': `${type}${charset}`,
    ...(location === undefined ? {} : { location }),
    ...(cookie === undefined ? {} : { 'set-cookie': cookie }),
  })
  response.end(body)
}
