import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { build, type Rollup } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowsers } from '../../tools/browsers.mjs'
import type { FieldsInPage } from './fields-in-page'

// Layout and typing are a real browser's here: the unit tests' document has neither.

declare const fields: FieldsInPage

let browser: Browser
let page: Page
let script: string

/** The code under test as one script for a plain page. */
async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    resolve: { alias: { '@': fileURLToPath(new URL('../..', import.meta.url)) } },
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(new URL('fields-in-page.ts', import.meta.url)),
        formats: ['iife'],
        name: 'inPage',
      },
    },
  })
  const [output] = [result].flat() as Rollup.RollupOutput[]
  const chunk = output?.output.find((part) => part.type === 'chunk')
  if (chunk === undefined) throw new Error('nothing was bundled')
  return chunk.code
}

beforeAll(async () => {
  const { chromium: executablePath } = findBrowsers()
  if (executablePath === null) throw new Error('no Chromium: npm test installs it')
  script = await bundle()
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  page = await browser.newPage({ viewport: { width: 1000, height: 700 } })
})

afterAll(() => browser?.close())

async function show(body: string): Promise<void> {
  // A new document each time: setContent keeps the globals of the one before.
  await page.goto('about:blank')
  await page.setContent(`<!doctype html><title>Sign in</title><body>${body}</body>`)
  await page.addScriptTag({ content: script })
}

const find = () => page.evaluate(() => fields.find())
const write = (code: string) => page.evaluate((text) => fields.write(text), code)
const typedInto = (selector: string) => page.locator(selector).inputValue()

const input = '<input id="c" name="otp" autocomplete="one-time-code">'
const overlay = (style: string) => `<div style="position:fixed;background:#fff;${style}"></div>`

const traps: readonly (readonly [what: string, body: string])[] = [
  ['type hidden', '<input id="c" type="hidden" name="otp">'],
  ['not displayed', `<p style="display:none">${input}</p>`],
  ['the attribute hidden', `<div hidden>${input}</div>`],
  ['visibility hidden', `<div style="visibility:hidden">${input}</div>`],
  ['0 x 0', '<input id="c" name="otp" style="width:0;height:0;padding:0;border:0">'],
  ['1 x 1', '<input id="c" name="otp" style="width:1px;height:1px;padding:0;border:0">'],
  ['transparent', '<input id="c" name="otp" style="opacity:0">'],
  ['in something transparent', `<main style="opacity:0"><p>${input}</p></main>`],
  ['faint', '<input id="c" name="otp" style="opacity:.5">'],
  [
    'faint in something faint',
    `<p style="opacity:.8"><span style="opacity:.8">${input}</span></p>`,
  ],
  ['faint by a filter', `<p style="filter:opacity(10%)">${input}</p>`],
  ['blackened by a filter', `<p style="filter:brightness(0)">${input}</p>`],
  ['blurred', `<p style="filter:blur(12px)">${input}</p>`],
  ['behind a mask', `<p style="mask-image:linear-gradient(transparent,transparent)">${input}</p>`],
  ['scaled to nothing', `<p style="transform:scale(0)">${input}</p>`],
  ['covered', `${input}${overlay('inset:0')}`],
  [
    'covered where it is',
    `<p style="height:60px">${input}</p>${overlay('top:0;left:0;width:400px;height:90px')}`,
  ],
  ['left of the page', '<input id="c" name="otp" style="position:absolute;left:-9999px">'],
  ['above the page', '<input id="c" name="otp" style="position:absolute;top:-999px">'],
  ['fixed outside of the view', '<input id="c" name="otp" style="position:fixed;top:2000px">'],
  ['cut off by what is around it', `<p style="overflow:hidden;height:0">${input}</p>`],
  ['cut off by a flat box that scrolls', `<p style="overflow:auto;height:0">${input}</p>`],
  ['cut off by a thin box that scrolls', `<p style="overflow:scroll;height:4px">${input}</p>`],
  [
    'left of a box that scrolls',
    `<div style="overflow:auto;height:100px"><p style="margin-left:-900px">${input}</p></div>`,
  ],
  [
    'below a body that does not scroll',
    `<style>body{overflow:hidden}</style><p style="margin-top:3000px">${input}</p>`,
  ],
  [
    'below a page that does not scroll',
    `<style>html{overflow:hidden}</style><p style="margin-top:3000px">${input}</p>`,
  ],
  ['cut away by clip', `<p style="position:absolute;clip:rect(0 0 0 0)">${input}</p>`],
  ['cut away by clip-path', `<p style="clip-path:inset(50%)">${input}</p>`],
  ['cut away below the fold', `<p style="margin-top:3000px;clip-path:inset(50%)">${input}</p>`],
  ['in closed details', `<details><summary>More</summary>${input}</details>`],
  ['in content that is skipped', `<div style="content-visibility:hidden">${input}</div>`],
  ['behind a modal dialog', `${input}<dialog id="d">Wait</dialog><script>d.showModal()</script>`],
  ['inert', `<div inert>${input}</div>`],
  ['read only', '<input id="c" name="otp" readonly>'],
  ['disabled', '<input id="c" name="otp" disabled>'],
  ['in a disabled set', `<fieldset disabled>${input}</fieldset>`],
  ['an e-mail field', '<input id="c" type="email" autocomplete="one-time-code">'],
  ['a search field', '<input id="c" type="search" autocomplete="one-time-code">'],
  ['an address field', '<input id="c" type="url" autocomplete="one-time-code">'],
  ['a new password', '<input id="c" type="password" autocomplete="new-password" name="otp">'],
  ['a recovery code', '<label>Recovery code <input id="c" autocomplete="one-time-code"></label>'],
  ['a backup code', '<h1>Two-factor</h1><input id="c" name="backup_code">'],
  ['a coupon', '<h1>Two-factor</h1><label>Coupon <input id="c" name="code"></label>'],
  [
    'six transparent boxes',
    `<p style="opacity:0">${'<input maxlength="1" style="width:40px" inputmode="numeric">'.repeat(6)}</p>`,
  ],
]

/** A solid surface over the whole page that lets clicks through. */
const ground = (style: string) =>
  `<div style="position:fixed;inset:0;background:#eef;pointer-events:none;${style}"></div>`

const shown: readonly (readonly [what: string, body: string])[] = [
  ['in plain sight', input],
  ['below the fold', `<div style="height:3000px"></div>${input}`],
  [
    'in a box that scrolls',
    `<div style="height:100px;overflow:auto"><p style="height:500px"></p>${input}</div>`,
  ],
  [
    'in a tall dialog over a body that does not scroll',
    `<style>body{overflow:hidden}</style><div style="position:fixed;inset:0;overflow:auto"><p style="height:3000px"></p>${input}</div>`,
  ],
  [
    'in a body that scrolls sideways nowhere',
    `<style>html,body{overflow-x:hidden}</style><p style="height:3000px"></p>${input}`,
  ],
  ['in something slightly faint', `<p style="opacity:.9">${input}</p>`],
  [
    'under its own label',
    `<div style="position:relative">${input}<label for="c" style="position:absolute;inset:0">Code</label></div>`,
  ],
  [
    'under decoration that lets clicks through',
    `${input}${overlay('inset:0;pointer-events:none;opacity:.1')}`,
  ],
  [
    'over a ground that lets clicks through',
    `${ground('')}<div style="position:relative">${input}</div>`,
  ],
  ['over a ground that comes later, of a negative layer', `${input}${ground('z-index:-1')}`],
  [
    'in a higher layer than a ground that comes later',
    `<div style="position:relative;z-index:2"><p>${input}</p></div>${ground('z-index:1')}`,
  ],
  [
    'over what a pseudo element draws before it',
    `<style>.r{position:relative}.r::before{content:'';position:absolute;inset:0;background:#fff;pointer-events:none}.r input{position:relative}</style><p class="r">${input}</p>`,
  ],
  ['under glass', `${input}${ground('background:rgb(255 255 255/20%)')}`],
  ['under a vignette', `${input}${ground('background:radial-gradient(transparent,#000)')}`],
  [
    'under snow',
    `${input}<canvas style="position:fixed;inset:0;width:100%;height:100%;pointer-events:none"></canvas>`,
  ],
  [
    'under a label that floats',
    `<p style="position:relative;width:200px"><input id="c" name="otp" style="width:100%"><label for="c" style="position:absolute;inset:0;background:#fff;pointer-events:none">Code</label></p>`,
  ],
  ['in a modal dialog', `<dialog id="d">${input}</dialog><script>d.showModal()</script>`],
  [
    'with an eye over its end',
    `<p style="position:relative;width:200px"><input id="c" name="otp" style="width:200px"><button style="position:absolute;right:0;top:0">show</button></p>`,
  ],
  [
    'in a body that cuts off and is flat',
    `<style>body{overflow:hidden;height:0}</style><div style="position:absolute">${input}</div>`,
  ],
  ['in a fixed bar', `<div style="position:fixed;bottom:0;left:0;right:0">${input}</div>`],
  [
    'in an open shadow root',
    `<x-a><template shadowrootmode="open"><p><slot></slot>${input}</p></template></x-a>`,
  ],
]

describe('what a person cannot see or type into is never filled', () => {
  test.each(traps)('%s', async (_, body) => {
    await show(body)
    expect(await find()).toEqual([])
    expect(await write('012345')).toBe(false)
    const values = await page.evaluate(() =>
      [...document.querySelectorAll('input')].map((each) => each.value).join(''),
    )
    expect(values).toBe('')
  })
})

describe('what a person sees, or would by scrolling, is found', () => {
  test.each(shown)('%s', async (_, body) => {
    await show(body)
    expect(await find()).toEqual(['c'])
  })
})

const outOfView: readonly (readonly [what: string, body: string])[] = [
  ['below the fold', `<p style="height:3000px"></p>${input}<p style="height:3000px"></p>`],
  [
    'in a box that scrolls',
    `<div style="height:100px;overflow:auto"><p style="height:500px"></p>${input}</div>`,
  ],
]

describe('what lies over a field is tested where it is in view', () => {
  test.each(outOfView)('%s it comes into view by scrolling', async (_, body) => {
    await show(body)
    expect(await page.evaluate(() => fields.isInView())).toBe(false)
    const seen = page.evaluate(() => fields.awaitView().then(() => fields.isInView()))
    await page.locator('#c').scrollIntoViewIfNeeded()
    expect(await seen).toBe(true)
  })

  test.each(outOfView)('%s it is brought into view at once', async (_, body) => {
    await show(`<style>html{scroll-behavior:smooth}</style>${body}`)
    const isInView = await page.evaluate(() => {
      fields.bring()
      return fields.isInView()
    })
    expect(isInView).toBe(true)
    expect(await find()).toEqual(['c'])
  })

  test('under a cover that waits below the fold it is found out', async () => {
    await show(
      `<div style="position:relative;margin-top:3000px">${input}<div style="position:absolute;inset:-9px;background:#fff"></div></div>`,
    )
    expect(await page.evaluate(() => fields.isInView())).toBe(false)
    await page.evaluate(() => fields.bring())
    expect(await find()).toEqual([])
  })
})

const box = '<input maxlength="1" inputmode="numeric" style="width:40px">'
const boxes = `<form>${box.repeat(6)}</form>`

/** What widgets do: take one digit and hand the focus on; keep what they gathered. */
const advancing = `<script>
  const all = [...document.querySelectorAll('input')]
  all.forEach((each, i) => each.addEventListener('input', () => {
    each.value = each.value.slice(-1)
    all[i + 1]?.focus()
    document.title = all.map((box) => box.value).join('')
  }))
</script>`

/** A controlled input as frameworks make it: what their state does not know is taken back. */
const controlled = `<script>
  const el = document.querySelector('input')
  const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
  let state = ''
  Object.defineProperty(el, 'value', { get: () => native.get.call(el), set: (v) => { state = v; native.set.call(el, v) } })
  el.addEventListener('input', () => { state = native.get.call(el); document.title = state })
  setInterval(() => native.set.call(el, state), 5)
</script>`

const onlyOn = (type: string) => `<script>
  document.querySelector('input').addEventListener('${type}', (e) => { document.title = e.target.value })
</script>`

const taken: readonly (readonly [what: string, body: string])[] = [
  ['an input heard by input', `${input}${onlyOn('input')}`],
  ['an input heard by change', `${input}${onlyOn('change')}`],
  ['an input heard by keyup', `${input}${onlyOn('keyup')}`],
  ['a number field', `<input id="c" type="number" name="otp">${onlyOn('input')}`],
  ['a field of six characters', `<input id="c" name="otp" maxlength="6">${onlyOn('input')}`],
  ['a controlled input', `${input}${controlled}`],
  ['boxes that hand the focus on', `${boxes}${advancing}`],
  [
    'an input that wants to be typed into',
    `${input}<script>document.querySelector('input').addEventListener('input', (e) => {
      if (!e.isTrusted) e.target.value = ''
      document.title = e.target.value
    })</script>`,
  ],
]

describe('a code is taken as if it were typed', () => {
  test.each(taken)('%s', async (_, body) => {
    await show(body)
    expect(await write('012345')).toBe(true)
    await expect.poll(() => page.title()).toBe('012345')
  })

  test('a field of a shadow root', async () => {
    await show('<x-a></x-a>')
    await page.evaluate((html) => {
      const host = document.querySelector('x-a') as HTMLElement
      host.attachShadow({ mode: 'open' }).innerHTML = html
    }, input)
    expect(await write('012345')).toBe(true)
    expect(await typedInto('#c')).toBe('012345')
  })

  test('boxes that are drawn anew with every digit', async () => {
    await show(`${boxes}<script>
      document.querySelector('form').addEventListener('input', (e) => {
        const all = [...e.currentTarget.querySelectorAll('input')]
        const values = all.map((each) => each.value)
        const copies = all.map((each) => each.cloneNode())
        copies.forEach((each, i) => { each.value = values[i] })
        e.currentTarget.replaceChildren(...copies)
      })
    </script>`)
    expect(await write('012345')).toBe(true)
    const values = await page
      .locator('input')
      .evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value).join(''))
    expect(values).toBe('012345')
  })

  test('a page that sends a complete code by itself gets it once', async () => {
    await show(`${input}<output></output><script>
      const el = document.querySelector('input')
      el.addEventListener('input', () => {
        if (el.value.length !== 6) return
        setTimeout(() => { document.querySelector('output').append(el.value, ' '); el.value = '' }, 10)
      })
    </script>`)
    expect(await write('012345')).toBe(true)
    expect(await page.locator('output').textContent()).toBe('012345 ')
  })

  test('a field too short for the code stays empty', async () => {
    await show('<input id="c" name="otp" maxlength="4">')
    expect(await write('012345')).toBe(false)
    expect(await typedInto('#c')).toBe('')
  })

  test('six digits into eight boxes: nothing', async () => {
    await show(`<form>${box.repeat(8)}</form>`)
    expect(await write('012345')).toBe(false)
  })
})
