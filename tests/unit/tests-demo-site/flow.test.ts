import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startDemoSite } from '@/tests/demo-site/server.mjs'
import { codeOfStep, fromBase32, stepAt } from '@/tests/demo-site/totp.mjs'
import { newVisitor, type Visitor } from './visitor'

const stepMs = 30_000
let nowMs = 1_700_000_010_000
let site: Awaited<ReturnType<typeof startDemoSite>>
let visitor: Visitor

beforeAll(async () => {
  site = await startDemoSite({ nowMs: () => nowMs })
})
afterAll(() => site.close())
beforeEach(() => {
  site.reset()
  visitor = newVisitor(site.url)
})

const logIn = (more: Record<string, string> = {}) =>
  visitor.post('/login', { user: site.user, password: site.password, ...more })

const secretOn = (page: string) => {
  const text = /id="secret"[^>]*>(.*?)<\/code>/s.exec(page)?.[1] ?? ''
  return fromBase32(text.replace(/<[^>]*>/g, ''))
}

const codeNow = (secret: Uint8Array) => codeOfStep(secret, stepAt(nowMs))

/** Logs in, switches two-factor on and returns the secret and the recovery codes. */
async function enrol() {
  await logIn()
  const secret = secretOn((await visitor.get('/setup')).body)
  const confirmed = await visitor.post('/setup/svg', { code: codeNow(secret) })
  expect(confirmed.location).toBe('/recovery-codes')
  const { body } = await visitor.get('/recovery-codes')
  const codes = [...body.matchAll(/<li><code>(.*?)<\/code>/g)].map(([, code]) => code ?? '')
  await visitor.post('/logout')
  nowMs += stepMs
  return { secret, codes }
}

describe('a code that is mailed instead', () => {
  it('lets in once, and an authenticator’s does not', async () => {
    const { secret } = await enrol()
    await logIn()
    const { body } = await visitor.get('/mailed-code')
    expect(body).toContain(`by e-mail to ${site.user}`)
    const code = site.state.mails.at(-1)?.code ?? ''
    expect((await visitor.post('/mailed-code', { code: codeNow(secret) })).status).toBe(401)
    expect((await visitor.post('/mailed-code', { code })).location).toBe('/account')
    await visitor.post('/logout')
    await logIn()
    expect((await visitor.post('/mailed-code', { code })).status).toBe(401)
  })

  it('is nothing for who did not give the password', async () => {
    expect((await visitor.get('/mailed-code')).location).toBe('/login')
    expect((await visitor.post('/mailed-code', { code: '' })).location).toBe('/login')
  })
})

describe('a prompt in a frame', () => {
  it('is shown in frames of this site alone, and nothing else in any', async () => {
    const policyAt = async (path: string) =>
      (await visitor.get(path)).headers.get('content-security-policy')
    const ours = 'frame-ancestors http://127.0.0.1:* http://localhost:*'
    expect(await policyAt('/prompt/own-frame?framed')).toContain(ours)
    expect(await policyAt('/prompt/own-frame')).toContain("frame-ancestors 'none'")
    expect(await policyAt('/login')).toContain("frame-ancestors 'none'")
  })
})

describe('logging in', () => {
  it('needs the right password', async () => {
    expect((await logIn({ password: 'wrong' })).status).toBe(401)
    expect((await logIn({ user: 'nobody@example.test' })).status).toBe(401)
    expect((await visitor.get('/account')).location).toBe('/login?next=%2Faccount')
  })

  it('opens the account page without a code while two-factor is off', async () => {
    expect((await logIn()).location).toBe('/account')
    expect((await visitor.get('/account')).body).toContain('Your shelf')
  })

  it('goes on to the page that was asked for, on this site only', async () => {
    expect((await logIn({ next: '/setup/png' })).location).toBe('/setup/png')
    expect((await logIn({ next: '//elsewhere.test' })).location).toBe('/account')
    expect((await logIn({ next: 'https://elsewhere.test' })).location).toBe('/account')
  })

  it('knows the accounts that were added', async () => {
    site.addAccount({ user: 'b@example.test', password: 'b', secretBase32: 'MZXW6YTBOI' })
    const reply = await logIn({ user: 'b@example.test', password: 'b' })
    expect(reply.location).toBe('/prompt')
  })
})

describe('two-factor', () => {
  it('shows the same secret until it is confirmed', async () => {
    await logIn()
    const first = secretOn((await visitor.get('/setup')).body)
    expect(secretOn((await visitor.get('/setup/png')).body)).toEqual(first)
  })

  it('is not switched on by a wrong code', async () => {
    await logIn()
    await visitor.get('/setup')
    expect((await visitor.post('/setup/svg', { code: '000000' })).status).toBe(422)
    expect((await visitor.get('/account')).body).toContain('>Off<')
  })

  it('asks for a code at every log-in once it is on', async () => {
    const { secret } = await enrol()
    expect((await logIn()).location).toBe('/prompt')
    expect((await visitor.get('/account')).status).toBe(303)
    const reply = await visitor.post('/prompt/one-input', { code: codeNow(secret) })
    expect(reply.location).toBe('/account')
    expect((await visitor.get('/account')).body).toContain('>On<')
  })

  it('refuses a code the second time', async () => {
    const { secret } = await enrol()
    const code = codeNow(secret)
    await logIn()
    await visitor.post('/prompt/one-input', { code })
    await visitor.post('/logout')
    await logIn()
    const again = await visitor.post('/prompt/one-input', { code })
    expect(again.status).toBe(401)
    expect(again.body).toContain('used already')
    expect(site.state.attempts.map(({ at, verdict }) => `${at} ${verdict}`)).toEqual([
      'set-up right',
      'sign-in right',
      'sign-in used',
    ])
  })

  it('wants the password again after five wrong codes', async () => {
    const { secret } = await enrol()
    await logIn()
    for (let i = 0; i < 4; i += 1) {
      expect((await visitor.post('/prompt/one-input', { code: '1' })).status).toBe(401)
    }
    expect((await visitor.post('/prompt/one-input', { code: '1' })).location).toBe('/login?again')
    const late = await visitor.post('/prompt/one-input', { code: codeNow(secret) })
    expect(late.location).toBe('/login')
  })

  it('can be switched off with the password', async () => {
    const { secret } = await enrol()
    await logIn()
    await visitor.post('/prompt/one-input', { code: codeNow(secret) })
    expect((await visitor.post('/two-factor/off', { password: 'wrong' })).status).toBe(401)
    await visitor.post('/two-factor/off', { password: site.password })
    await visitor.post('/logout')
    expect((await logIn()).location).toBe('/account')
  })
})

describe('recovery codes', () => {
  it('are ten, shown once, and each logs in once', async () => {
    const { codes } = await enrol()
    expect(new Set(codes).size).toBe(10)
    const [first = '', second = ''] = codes
    await logIn()
    const typed = first.toUpperCase().replace('-', ' ')
    const reply = await visitor.post('/recovery-code', { recovery: typed })
    expect(reply.location).toBe('/account')
    expect((await visitor.get('/recovery-codes')).body).not.toContain(second)
    await visitor.post('/logout')
    await logIn()
    expect((await visitor.post('/recovery-code', { recovery: first })).status).toBe(401)
    expect((await visitor.post('/recovery-code', { recovery: second })).location).toBe('/account')
  })
})

describe('every page', () => {
  it('carries a strict policy and is never stored', async () => {
    const { headers } = await visitor.get('/login')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('takes no form from another site', async () => {
    const body = new URLSearchParams({ user: site.user, password: site.password })
    const headers = { origin: 'http://elsewhere.test' }
    const reply = await fetch(`${site.url}/login`, { method: 'POST', body, headers })
    expect(reply.status).toBe(403)
  })

  it('is served under localhost too, with a cookie named after the port', async () => {
    const reply = await newVisitor(site.localhostUrl).get('/login')
    expect(reply.status).toBe(200)
    const { headers } = await logIn()
    const { port } = new URL(site.url)
    expect(headers.get('set-cookie')).toMatch(new RegExp(`^larkfield_${port}=[^;]+;.*HttpOnly`))
  })

  it('shows what was typed as text', async () => {
    const { body } = await logIn({ user: '"><script>', password: 'x' })
    expect(body).not.toContain('"><script>')
  })
})

describe('a site with replay allowed', () => {
  it('takes a code again in its time step', async () => {
    const lenient = await startDemoSite({ replay: true, nowMs: () => nowMs })
    lenient.addAccount({ user: 'b@example.test', password: 'b', secretBase32: 'MZXW6YTBOI' })
    const code = codeNow(fromBase32('MZXW6YTBOI'))
    for (let i = 0; i < 2; i += 1) {
      const other = newVisitor(lenient.url)
      await other.post('/login', { user: 'b@example.test', password: 'b' })
      expect((await other.post('/prompt/one-input', { code })).location).toBe('/account')
    }
    await lenient.close()
  })
})
