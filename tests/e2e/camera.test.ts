import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, browsers, launch, type Page } from '../driver'
import { mine } from '../tour/stage'
import { filmOf } from './film'

const uri = 'otpauth://totp/Heron:film?secret=JBSWY3DPEHPK3PXP&issuer=Heron'
const link = 'https://heron.example/app'
const parts = readFileSync(
  path.resolve(import.meta.dirname, '../fixtures/imports/google-parts.txt'),
  'utf8',
).split('\r\n')

describe.each(browsers)('the camera, in %s', (browser) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'film-'))
  const film = path.join(folder, 'film.y4m')
  let app: App
  let manage: Page

  const start = async (...texts: readonly (string | null)[]) => {
    writeFileSync(film, filmOf(texts))
    await manage.click(mine('camera-start'))
  }
  const stop = async () => {
    await manage.click(mine('camera-stop'))
    await manage.waitFor(mine('camera-start'))
  }

  beforeAll(async () => {
    writeFileSync(film, filmOf([null]))
    app = await launch(browser, { camera: film })
    await app.createVault('quiet lantern orbit velvet')
    manage = await app.openManage('#/add')
  })
  afterAll(async () => {
    await app?.close()
    rmSync(folder, { recursive: true })
  })

  test('what it shows is seen, and it can be stopped', async () => {
    await start(null)
    await manage.waitFor(mine('camera-picture'))
    const isSeen = () => (document.querySelector('video')?.videoWidth ?? 0) > 0
    await manage.waitFor(isSeen)
    await manage.waitForText('Hold the code in front of the camera')
    await stop()
    expect(await manage.count(mine('camera-picture'))).toBe(0)
  })

  test.runIf(browser === 'chromium')(
    'an account is read off the film, the camera goes off, and it is saved',
    async () => {
      await manage.evaluate(() => {
        const { mediaDevices } = navigator
        const ask = mediaDevices.getUserMedia.bind(mediaDevices)
        mediaDevices.getUserMedia = async (wanted) => {
          const stream = await ask(wanted)
          Object.assign(window, { stream })
          return stream
        }
      })
      await start(null, uri)
      await manage.waitFor(mine('review-new'))
      const states = () =>
        (window as unknown as { stream: MediaStream }).stream
          .getTracks()
          .map(({ readyState }) => readyState)
      expect(await manage.evaluate(states)).toEqual(['ended'])
      await manage.click(mine('save-all'))
      await manage.waitFor(mine('account-list'))
      expect(await app.accounts()).toMatchObject([{ issuer: 'Heron', label: 'film' }])
      await manage.goto(`${app.extensionOrigin}/manage.html#/add`)
    },
  )

  test.runIf(browser === 'chromium')(
    'a web address is told, the codes of an export are put together',
    async () => {
      await start(link)
      await manage.waitFor(mine('link-text'))
      expect(await manage.text(mine('link-text'))).toBe(link)
      await stop()
      await start(parts[0] ?? '')
      await manage.waitForText('1 of 2 read. Missing: 2')
      await stop()
      await start(parts[1] ?? '')
      await manage.waitForText('Google Authenticator does not say')
      await manage.click(mine('review-cancel'))
    },
  )

  test.runIf(browser === 'firefox')('it goes off with its tab', async () => {
    await start(null)
    await manage.waitFor(mine('camera-picture'))
    const other = await app.openManage('#/settings')
    await other.close()
    await manage.bringToFront()
    await manage.waitForText('switched off because this tab was left')
    expect(await manage.count(mine('camera-picture'))).toBe(0)
  })

  test('where the browser refuses it, it says so and where to allow it', async () => {
    await app.refuseCamera()
    await start(uri)
    await manage.waitForText('does not let Sixpence use the camera')
    expect(await manage.count(mine('camera-picture'))).toBe(0)
    expect(await app.consoleErrors()).toEqual([])
  })
})
