import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import QRCode from 'qrcode'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, browsers, launch, type Page } from '@/tests/driver'
import { mine } from '../tour/stage'

const fixtures = path.resolve(import.meta.dirname, '../fixtures/imports')
const fixture = (name: string) => path.join(fixtures, name)
const password = 'correct horse'
const parts = readFileSync(fixture('google-parts.txt'), 'utf8').split('\r\n')
const longMs = { timeoutMs: 60_000 }

/** A picture of a QR code, on disk. */
async function pictureOf(name: string, text: string): Promise<string> {
  const file = path.join(tmpdir(), name)
  writeFileSync(file, await QRCode.toBuffer(text, { scale: 4 }))
  return file
}

/** Ente's, with all the memory that a file may ask for, and a minute's work. */
function costlyFile(): string {
  const json = JSON.parse(readFileSync(fixture('ente-encrypted.json'), 'utf8'))
  const costly = { ...json, kdfParams: { ...json.kdfParams, memLimit: 2 ** 28, opsLimit: 64 } }
  const file = path.join(tmpdir(), 'costly-ente.json')
  writeFileSync(file, JSON.stringify(costly))
  return file
}

describe.each(browsers)('moving in, in %s', (browser) => {
  let app: App
  let manage: Page

  beforeAll(async () => {
    app = await launch(browser)
    await app.createVault('quiet lantern orbit velvet')
    manage = await app.openManage('#/add')
  })
  afterAll(() => app?.close())

  const choose = (...files: readonly string[]) => manage.setFiles(mine('picture-files'), files)
  const open = async (typed: string) => {
    await manage.waitFor(mine('import-password'), longMs)
    await manage.fill(mine('import-password'), typed)
    await manage.click(mine('import-open'))
  }
  const save = async () => {
    await manage.click(mine('save-all'))
    await manage.waitFor(mine('import-report'), longMs)
  }

  test('an encrypted file of Aegis opens with its password alone, and comes in by one save', async () => {
    await choose(fixture('aegis-encrypted.json'))
    await open('not this')
    await manage.waitForText('does not open the file', longMs)
    await open(password)
    await manage.waitForText('New (4)', longMs)
    await manage.waitForText('Kept for later (2)', longMs)
    await save()
    await manage.waitForText('Brought in: 6', longMs)
  })

  test('what is there already is told when 2FAS brings it again', async () => {
    await choose(fixture('2fas-encrypted.2fas'))
    await open(password)
    await manage.waitForText('Already there (4)', longMs)
    await manage.click(mine('review-cancel'))
  })

  test('files of every kind are read at once, in a worker with all it needs', async () => {
    const names = ['keepass-4-chacha.kdbx', 'raivo.zip', 'stratum-strong.authpro', 'freeotp-2.xml']
    await choose(...names.map(fixture), fixture('bitwarden-restricted.json'))
    for (const name of names) {
      await manage.waitForText(name, longMs)
      await open(password)
    }
    await manage.waitForText('Cannot be used (1)', longMs)
    expect(await manage.count(mine('review-new'))).toBeGreaterThan(0)
    await manage.click(mine('review-cancel'))
  })

  test('codes of one export are taken one after the other', async () => {
    const [first, second] = await Promise.all([
      pictureOf('first-part.png', parts[0] ?? ''),
      pictureOf('second-part.png', parts[1] ?? ''),
    ])
    await choose(first)
    await manage.waitForText('Missing: 2', longMs)
    await manage.setFiles(mine('series-files'), [second])
    await manage.waitForText('Google Authenticator does not say', longMs)
    await manage.click(mine('review-cancel'))
  })

  test('a key that takes a minute leaves the page at work, and can be stopped', async () => {
    await choose(costlyFile())
    await open(password)
    await manage.waitForText('asks for 256 MB', longMs)
    await manage.click(mine('import-cancel'))
    await manage.waitFor(mine('picture-files'), longMs)
    expect(await app.consoleErrors()).toEqual([])
  })
})
