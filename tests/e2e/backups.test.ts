import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, launch, type Page } from '../driver'
import { waitUntil } from '../driver/waiting'
import { masterPassword, vaultBrowsers } from './vault/bed'

// The whole life of a backup in the shipped build: written by itself, tested, and all that is left.

const mine = (name: string) => `[data-testid=${name}]`
const slowly = { timeoutMs: 30_000 }
const filePassword = 'another lantern in the drift'
const lines = [
  'otpauth://totp/GitHub:ada?secret=JBSWY3DPEHPK3PXP&issuer=GitHub',
  'otpauth://hotp/Bank:ada?secret=GEZDGNBVGY3TQOJQ&issuer=Bank&counter=41',
]
const added = 'otpauth://steam/Steam:ada?secret=MFRGGZDFMZTWQ2LK&issuer=Steam'
const python = ['python3', '/usr/bin/python3'].find(
  (name) => spawnSync(name, ['-c', 'import argon2, cryptography']).status === 0,
)

describe.each(vaultBrowsers)('in %s, a backup', (browser) => {
  let app: App
  let page: Page
  const folder = () => path.join(app.downloads, 'Sixpence')
  const written = () => (existsSync(folder()) ? readdirSync(folder()) : [])
  const newest = () => {
    const name = written().find((each) => /^sixpence-[\da-f]{8}\.json$/.test(each))
    return name === undefined ? null : path.join(folder(), name)
  }
  const generation = () => {
    const file = newest()
    return file === null ? 0 : Number(JSON.parse(readFileSync(file, 'utf8')).generation)
  }

  beforeAll(async () => {
    app = await launch(browser, { prompts: true, ownDownloads: true })
    await app.createVault(masterPassword)
    await app.importText(lines.join('\n'))
    page = await app.openManage('#/backup')
  })
  afterAll(async () => await app?.close())

  test('is written by itself once the browser was asked, sealed, and dated beside it', async () => {
    await page.click(mine('automatic-on'))
    await app.acceptPrompt()
    await page.waitFor(mine('automatic-written'), slowly)
    const file = newest() ?? ''
    expect(await page.text(mine('automatic-written'))).toContain(file)
    expect(written()).toHaveLength(2)
    const text = readFileSync(file, 'utf8')
    expect(JSON.parse(text)).toMatchObject({
      format: 'sixpence-vault',
      ciphertext: expect.any(String),
    })
    for (const clear of ['GitHub', 'JBSWY3DP']) expect(text).not.toContain(clear)
    // Three letters come up in sealed bytes by themselves.
    expect(JSON.stringify({ ...JSON.parse(text), ciphertext: '' })).not.toContain('ada')
  })

  test('follows a change though the background was stopped, and keeps seven days', async () => {
    const before = generation()
    const days = Array.from({ length: 8 }, (_, day) => `2020-01-0${day + 1}`)
    const stem = path.basename(newest() ?? '', '.json')
    await writeAsExtension(
      page,
      days.map((day) => `Sixpence/${stem}-${day}.json`),
    )
    await waitUntil('ten files', () => written().length === 10)
    await app.stopWorker()
    await app.importText(added)
    await waitUntil('the file to follow', () => generation() > before, 30_000)
    await waitUntil('seven days beside it', () => written().length === 8, 30_000)
    expect(written().filter((name) => /-2020-01-0[12]\./.test(name))).toEqual([])
  })

  test.skipIf(python === undefined)('opens without us, with the password alone', () => {
    const open = (password: string) => {
      const passwordFile = path.join(app.downloads, '..', 'password')
      writeFileSync(passwordFile, password)
      const given = ['tools/decode-backup.py', '--password-file', passwordFile, newest() ?? '']
      return spawnSync(python ?? '', given, { encoding: 'utf8' })
    }
    const secretsIn = (text: string) => text.match(/secret=\w+/g)
    expect(secretsIn(open(masterPassword).stdout)).toEqual(secretsIn([...lines, added].join()))
    expect(open('wrong').status).toBe(3)
  })

  test('in the clear takes a tick and the master password', async () => {
    const before = readdirSync(app.downloads)
    expect(await page.count(mine('export-plain'))).toBe(0)
    await page.click(mine('plain-sure'))
    await page.fill(mine('plain-password'), 'not the password')
    await page.click(mine('export-plain'))
    await page.waitFor(mine('error'), slowly)
    expect(readdirSync(app.downloads)).toEqual(before)
    await page.fill(mine('plain-password'), masterPassword)
    const file = await app.download(() => page.click(mine('export-plain')))
    await page.waitFor(mine('export-done'), slowly)
    expect(readFileSync(file, 'utf8')).toContain('JBSWY3DPEHPK3PXP')
  })

  test('brings everything back after all was removed, and a rehearsal says so', async () => {
    const automatic = newest() ?? ''
    await page.fill(mine('backup-password'), filePassword)
    await page.fill(mine('backup-password-repeat'), filePassword)
    const exported = await app.download(() => page.click(mine('export-backup')))
    const before = await namesIn(app)
    await page.click(mine('remove-everything'))
    await page.fill(mine('remove-password'), masterPassword)
    await page.click(mine('remove-confirm'))
    await page.waitFor(mine('create-vault'), slowly)
    await app.createVault('an entirely new password')
    expect(await namesIn(app)).toEqual([])
    await page.close()
    page = await app.openManage('#/backup')
    await page.waitFor(mine('automatic-on'))
    await page.setFiles(mine('restore-file'), [automatic])
    await page.fill(mine('restore-password'), masterPassword)
    await page.click(mine('restore-open'))
    await page.waitFor(mine('restore-preview'), slowly)
    await page.click(mine('restore-apply'))
    await page.waitFor(mine('restore-report'))
    expect(await namesIn(app)).toEqual(before)
    await page.setFiles(mine('drill-file'), [exported])
    await page.fill(mine('drill-password'), filePassword)
    await page.click(mine('drill-open'))
    await page.waitFor(mine('drill-result'), slowly)
    expect(await page.text(mine('drill-result'))).toContain('3 of 3')
    // Switched off with the vault they were of; the file of that one is left alone.
    expect(JSON.parse(readFileSync(automatic, 'utf8')).format).toBe('sixpence-vault')
    expect(written()).toHaveLength(8)
  })
})

/** Files as they would lie there from the days before. */
async function writeAsExtension(page: Page, names: readonly string[]): Promise<void> {
  await page.evaluate(async (filenames: readonly string[]) => {
    const { chrome } = globalThis as unknown as { chrome: DownloadsApi }
    for (const filename of filenames) {
      const url = URL.createObjectURL(new Blob(['{}'], { type: 'application/json' }))
      await chrome.downloads.download({ url, filename })
    }
  }, names)
}

/** The little of the extension API that runs in our page on the test's behalf. */
interface DownloadsApi {
  readonly downloads: {
    download(file: { readonly url: string; readonly filename: string }): Promise<number>
  }
}

/** Codes that depend on a counter show only when asked for: the names are what can be compared. */
async function namesIn(app: App): Promise<readonly string[]> {
  const page = await app.openManage('#/accounts')
  try {
    await page.waitFor(mine('account-list'))
    return await page.evaluate(() =>
      [...document.querySelectorAll('[data-testid=account-row]')].map((row) =>
        ['issuer', 'label']
          .map((name) => row.querySelector(`[data-testid=${name}]`)?.textContent)
          .join(' '),
      ),
    )
  } finally {
    await page.close()
  }
}
