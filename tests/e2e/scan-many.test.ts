import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { qrPng, qrSvg } from '../demo-site/qr.mjs'
import { type App, browsers, type Page } from '../driver'
import { sleep } from '../driver/waiting'
import { mine, until } from '../tour/stage'
import { migrationPart } from '../unit/utils/backup/migration-part'
import { clickAndClose, readMs, type ScanBed, site, startScans, uriOf } from './scan-bed'

// What is pasted, dropped or chosen, several codes at once, and codes that follow each other.

const egret = 'otpauth://totp/Egret:bob?secret=KRSXG5CTMVRXEZLU&issuer=Egret'
const files = [uriOf('first'), egret.replaceAll('Egret', 'Plover'), 'not an account']
const series = [0, 1, 2, 3].map((index) => qrSvg(migrationPart(index, 4)).text)

/** Pages by their path. */
const pages: Readonly<Record<string, string>> = {
  '/two': `<style>svg{width:240px;margin:40px}</style>${qrSvg(uriOf('ada')).text}
    ${qrSvg(egret).text}`,
  '/series': `<style>svg{width:300px;margin:40px;display:none}.on{display:block}</style>
    ${series.join('')}<script>window.show = (index) =>
      document.querySelectorAll('svg').forEach((each, at) => each.classList.toggle('on', at === index))
    show(0)</script>`,
}

describe.each(browsers)('in %s', (browser) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sixpence-many-'))
  let bed: ScanBed
  let app: App
  let page: Page
  let manage: Page

  beforeAll(async () => {
    // Without a display Firefox has no clipboard for pictures.
    const headless = browser !== 'firefox'
    bed = await startScans(browser, pages, { grantedOrigins: [site], headless })
    ;({ app, page } = bed)
    manage = await app.openManage('#/add')
    await manage.waitFor(mine('picture-files'))
  })
  afterAll(async () => {
    await bed?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const pictureOf = async (text: string) => Buffer.from(await qrPng(text)).toString('base64')
  const copyPicture = async (text: string) => {
    await manage.bringToFront()
    await manage.evaluate(
      async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        const blob = new Blob([bytes], { type: 'image/png' })
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })])
      },
      await pictureOf(text),
    )
  }
  const copyText = async (text: string) => {
    await manage.bringToFront()
    await manage.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  }
  const expectReviewed = async (...names: string[]) => {
    await manage.waitFor(mine('review-new'))
    for (const name of names) await manage.waitForText(name)
    await manage.click(mine('review-cancel'))
    await manage.waitFor(mine('picture-files'))
  }

  test('a picture that is pasted into the popup is read instead of the page', async () => {
    await copyPicture(uriOf('pasted'))
    const popup = await bed.popupOn('/')
    await popup.waitForText('No set-up code in view')
    await popup.press('Control+v')
    await popup.waitFor(mine('found-account'))
    expect(await popup.text(mine('found-account'))).toContain('pasted')
    await popup.close()
  })

  test('a link that is pasted into the popup is reviewed there', async () => {
    await copyText(uriOf('linked'))
    const popup = await bed.popupOn('/')
    await popup.waitForText('No set-up code in view')
    await popup.press('Control+v')
    await popup.waitFor(mine('paste-review'))
    await popup.click(mine('paste-review'))
    await popup.waitFor(mine('review-row'))
    expect(await popup.text(mine('review-row'))).toContain('linked')
    await popup.close()
    // It is there again until it is left.
    const again = await bed.popupOn('/')
    await again.waitFor(mine('paste-review'))
    expect(await again.value(mine('paste-text'))).toBe(uriOf('linked'))
    await again.click(mine('back'))
    await again.waitFor(mine('scan-again'))
    await again.close()
  })

  test('a picture and a text are pasted where accounts are added, too', async () => {
    await copyPicture(uriOf('pasted'))
    await manage.press('Control+v')
    await expectReviewed('pasted')
    await copyText(uriOf('linked'))
    await manage.press('Control+v')
    await expectReviewed('linked')
  })

  test('pictures are dropped anywhere on that page', async () => {
    await manage.evaluate(
      async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(new File([bytes], 'dropped.png', { type: 'image/png' }))
        const drop = { bubbles: true, cancelable: true, dataTransfer }
        document.querySelector('h1')?.dispatchEvent(new DragEvent('drop', drop))
      },
      await pictureOf(uriOf('dropped')),
    )
    await expectReviewed('dropped')
  })

  test('several pictures are read at once, and one without an account does not stop them', async () => {
    const paths = await Promise.all(
      files.map(async (text, index) => {
        const file = path.join(folder, `${index}.png`)
        writeFileSync(file, await qrPng(text))
        return file
      }),
    )
    await manage.setFiles(mine('picture-files'), paths)
    await manage.waitForText('New (2)')
    await manage.waitForText('Cannot be used (1)')
    await expectReviewed('Heron', 'Plover')
  })

  test('codes of one export are read one after the other off pages, and without the rest', async () => {
    const show = (index: number) =>
      page.evaluate((at) => (window as unknown as Series).show(at), index)
    const first = await bed.popupOn('/series')
    await first.waitForText('1 of 4 read. Missing: 2, 3, 4.')
    await show(1)
    await first.click(mine('scan-again'))
    await first.waitForText('2 of 4 read. Missing: 3, 4.')
    await first.click(mine('scan-again'))
    await first.waitForText('2 of 4 read. Missing: 3, 4.')
    await first.close()
    await show(3)
    const second = await app.openPopup(page)
    await second.waitForText('3 of 4 read. Missing: 3.')
    await second.click(mine('series-finish'))
    await second.waitFor(mine('save-all'))
    expect(await second.count(mine('review-row'))).toBe(3)
    // The popup goes with the click; the background finishes what it began.
    await sleep(readMs)
    await clickAndClose(second, mine('save-all'), null)
    await until('they are saved', async () => (await app.accounts()).length === 3)
  })

  test('two accounts on one page are reviewed and saved each by itself', async () => {
    const popup = await bed.popupOn('/two')
    await until('both', async () => (await popup.count(mine('found-account'))) === 2)
    const cards = await popup.text('main')
    for (const said of ['Heron', 'ada', 'Egret', 'bob', 'heron.example'])
      expect(cards).toContain(said)
    await popup.click(mine('save-account'))
    await until('one', async () => (await popup.count(mine('found-account'))) === 1)
    expect(await popup.text(mine('found-account'))).toContain('Egret')
    await popup.click(mine('save-account'))
    await until('none', async () => (await popup.count(mine('found-account'))) === 0)
    await until('both are there', async () => (await popup.count(mine('unconfirmed'))) === 2)
    await popup.close()
    const names = (await app.accounts()).map(({ issuer, label }) => `${issuer} ${label}`)
    expect(names).toEqual(expect.arrayContaining(['Heron ada', 'Egret bob']))
    expect(names).toHaveLength(5)
  })

  test('our own code logged no errors', async () => {
    expect(await app.consoleErrors()).toEqual([])
  })
})

interface Series {
  show(index: number): void
}
