// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { mayBeSetUp } from '@/utils/fields/dom/set-up'

const form = '<form><label>Code <input id="code"></label><button>Continue</button></form>'
const at = (body: string) => {
  document.body.innerHTML = body + form
  return mayBeSetUp(document, [])
}

/** Layout is not real here: every picture has the size that it is given. */
beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const [width, height] = ['width', 'height'].map((name) => Number(this.getAttribute(name)))
    return new DOMRect(0, 0, width, height)
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  document.body.innerHTML = ''
})

// The attack without an attacker: a site draws a new secret, and the older account's code is sent.
it.each([
  ['says that something is to be scanned', '<p>Scan this with your app</p>'],
  ['says so in another language', '<p>Отсканируйте его</p>'],
  ['says so without spaces', '<p>请用验证器扫码</p>'],
  ['names a QR code', '<p>Codice QR</p>'],
  ['names it for those who cannot see it', '<img src="/secret.png" alt="QR-Code">'],
  ['draws a picture', '<canvas width="180" height="180"></canvas>'],
  ['shows a picture that it made', '<img src="data:image/png,x" width="100" height="104">'],
  ['links to an authenticator', '<a href="otpauth://totp/x?secret=JBSWY3DPEHPK3PXP">Open</a>'],
  ['shows a key in groups', '<p>jbsw y3dp ehpk 3pxp</p>'],
  ['shows a key as one word', '<p>Your key: JBSWY3DPEHPK3PXP</p>'],
  ['has a key to copy', '<input readonly value="JBSW-Y3DP-EHPK-3PXP">'],
])('a page that %s may set an account up', (_, body) => {
  expect(at(body)).toBe(true)
})

it.each([
  ['asks for a code', '<h1>Two-factor</h1><p>Open your authenticator app.</p>'],
  ['has words in groups of four', '<p>Once your code here does work, type your next code</p>'],
  ['says it in capitals', '<h1>AUTHENTIFICATION FORTE</h1>'],
  ['has numbers in groups', '<p>Call 2345 6723 4567 2345.</p>'],
  ['is in Scandinavia', '<footer>Scandinavian Bank</footer>'],
  ['has a face', '<img src="https://a.example/ada.png" width="120" height="120" alt="Ada">'],
  ['has a small mark', '<img src="data:image/png,x" width="64" height="64">'],
  ['has a banner', '<img src="data:image/png,x" width="600" height="120">'],
])('a login that %s is none', (_, body) => {
  expect(at(body)).toBe(false)
})

it('a shadow root says as much as a page', () => {
  document.body.innerHTML = form
  const root = document.body.appendChild(document.createElement('x-card')).attachShadow({
    mode: 'open',
  })
  root.innerHTML = '<p>Almost done</p>'
  expect(mayBeSetUp(document, [root])).toBe(false)
  root.innerHTML = '<p>Scan the code</p>'
  expect(mayBeSetUp(document, [root])).toBe(true)
})
