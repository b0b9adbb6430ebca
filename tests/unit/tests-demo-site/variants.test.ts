import { readFileSync } from 'node:fs'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDemoSite } from '@/tests/demo-site/server.mjs'
import { promptVariants, setupVariants } from '@/tests/demo-site/variants.mjs'
import { newVisitor, type Visitor } from './visitor'

/** How many codes a set-up page shows, where it is not one. */
const codes: Record<string, number> = { 'two-codes': 2, none: 0 }

let site: Awaited<ReturnType<typeof startDemoSite>>
let visitor: Visitor

beforeAll(async () => {
  site = await startDemoSite()
  visitor = newVisitor(site.url)
  await visitor.post('/login', { user: site.user, password: site.password })
})
afterAll(() => site.close())

describe('the variants', () => {
  it.each(Object.keys(setupVariants))('of the set-up page include %s', async (name) => {
    const { status, body } = await visitor.get(`/setup/${name}`)
    expect(status).toBe(200)
    expect(body.match(/class="qr"/g)?.length ?? 0).toBe(codes[name] ?? 1)
  })

  it.each(Object.keys(promptVariants))('of the prompt include %s', async (name) => {
    const query = promptVariants[name]?.frame ? '?framed' : ''
    const { status, body } = await newVisitor(site.url).get(`/prompt/${name}${query}`)
    expect(status).toBe(200)
    expect(body).toContain('name="code"')
    for (const [, file] of body.matchAll(/(?:src|href)="(\/static\/[^"]+)"/g)) {
      expect((await newVisitor(site.url).get(file ?? '')).status, file).toBe(200)
    }
  })

  it.each([
    ['own-frame', '/prompt/own-frame?framed'],
    ['foreign-frame', () => `${site.localhostUrl}/prompt/foreign-frame?framed`],
  ])('of the prompt put %s where it says', async (name, src) => {
    const { body } = await newVisitor(site.url).get(`/prompt/${name}`)
    expect(body).toContain(`src="${typeof src === 'string' ? src : src()}"`)
  })

  it('all have a row in the README, and no others do', () => {
    const readme = readFileSync('tests/demo-site/README.md', 'utf8')
    const named = [...readme.matchAll(/^\| `([a-z-]+)` +\|/gm)].map(([, name]) => name)
    expect(named).toEqual([...Object.keys(promptVariants), ...Object.keys(setupVariants)])
  })

  it('draw a code that says what the key under it says', async () => {
    const { body } = await visitor.get('/setup/png')
    const secret = /id="secret"[^>]*>(.*?)<\/code>/s.exec(body)?.[1]?.replace(/<[^>]*>|\s/g, '')
    const cookie = await logInCookie()
    const picture = await fetch(`${site.url}/qr.png`, { headers: { cookie } })
    const { data, width, height } = PNG.sync.read(Buffer.from(await picture.arrayBuffer()))
    const text = jsQR(new Uint8ClampedArray(data), width, height)?.data
    expect(text).toBe(
      `otpauth://totp/Larkfield%20Library:${encodeURIComponent(site.user)}?secret=${secret}` +
        '&issuer=Larkfield%20Library&algorithm=SHA1&digits=6&period=30',
    )
  })
})

async function logInCookie() {
  const body = new URLSearchParams({ user: site.user, password: site.password })
  const reply = await fetch(`${site.url}/login`, { method: 'POST', body, redirect: 'manual' })
  return reply.headers.get('set-cookie')?.split(';')[0] ?? ''
}
