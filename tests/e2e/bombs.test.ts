import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { crc32, deflateRawSync, deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, browsers, launch, type Page } from '@/tests/driver'
import { record } from '../long-run'
import { mine, until } from '../tour/stage'

/** The longest that a page may leave its user waiting for a sign of life, on a busy machine. */
const mostSilenceMs = 5_000
const folder = mkdtempSync(path.join(tmpdir(), 'bombs-'))
const fileOf = (name: string, contents: string | Buffer) => {
  const file = path.join(folder, name)
  writeFileSync(file, contents)
  return file
}
const uri = (index: number) =>
  `otpauth://totp/Service%20${index}:me?secret=JBSWY3DPEHPK3PXP${base32(index)}&issuer=Service%20${index}`

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Files for restoring, and what is said of each. */
const files: readonly (readonly [name: string, make: () => string | Buffer, sentence: string])[] = [
  ['kdf-2-30.json', costlyBackup, 'outside the safe range'],
  ['deep.json', () => '['.repeat(100_000), 'does not know this kind of file'],
  ['deep-object.json', () => '{"format":'.repeat(100_000), 'does not know this kind of file'],
  ['100-mb.json', () => Buffer.alloc(100 * 1024 * 1024, 0x20), 'too large to be a backup'],
  ['20-mb-of-text.txt', () => 'a'.repeat(20 * 1024 * 1024), 'does not know this kind of file'],
  ['zeros.zip', zipOfZeros, 'damaged or incomplete'],
  ['100000-lines.txt', () => linesOf(100_000), 'too large to be a backup'],
]

describe.each(browsers)('in %s', (browser) => {
  let app: App
  let manage: Page
  let saved = 0

  beforeAll(async () => {
    app = await launch(browser)
    await app.createVault('quiet lantern orbit velvet')
    saved = await generations()
  })
  afterAll(() => app?.close())

  const generations = async () => {
    const page = await app.openManage('#/accounts')
    try {
      return await page.evaluate(newestGeneration)
    } finally {
      await page.close()
    }
  }
  /** Opens the page, does something hostile, and holds what must be true of each of them. */
  const survive = async (what: string, route: string, attack: () => Promise<void>) => {
    manage = await app.openManage(route)
    await manage.evaluate(startHeartbeat)
    await attack()
    const silenceMs = await manage.evaluate(longestSilence)
    await manage.close()
    expect(silenceMs).toBeLessThan(mostSilenceMs)
    expect(await app.consoleErrors()).toEqual([])
    expect(await generations()).toBe(saved)
    const result = `refused or shown, nothing written, silent for less than ${mostSilenceMs} ms`
    record({ promise: 'P6', what, where: app.version, count: 1, result })
  }

  test.each(files)('restoring %s is refused in words', async (name, make, sentence) => {
    const file = fileOf(name, make())
    await survive(name, '#/backup', async () => {
      await manage.setFiles(mine('restore-file'), [file])
      await openWhereAsked(manage)
      await manage.waitForText(sentence, { timeoutMs: 30_000 })
    })
  })

  test('a file of 10,000 accounts is shown whole', async () => {
    const file = fileOf('10000-lines.txt', linesOf(10_000))
    await survive('10,000 entries in a file', '#/backup', async () => {
      await manage.setFiles(mine('restore-file'), [file])
      await manage.waitForText('New (10000)', { timeoutMs: 30_000 })
    })
  })

  test('of 100,000 pasted lines none is read, in words', async () => {
    await survive('100,000 pasted lines', '#/add', async () => {
      await manage.waitFor(mine('paste-text'))
      await manage.evaluate(copy, 'otpauth://totp/a?secret=JBSWY3DPEHPK3PXP\n', 100_000)
      await manage.click(mine('paste-text'))
      await manage.press('Control+V')
      await manage.waitForText('more than 20,000 lines', { timeoutMs: 30_000 })
      expect(await manage.value(mine('paste-text'))).toBe('')
    })
  })

  test.each([
    ['a picture of 8,000 x 8,000 pixels', 'large.png', () => png(8_000, 8_000)],
    ['a picture that says it has 60,000 x 60,000', 'vast.png', () => png(60_000, 60_000, 1)],
    ['a zip of zeros as a picture', 'zeros.png', zipOfZeros],
  ])('%s is refused in words', async (what, name, make) => {
    const file = fileOf(name, make())
    await survive(what, '#/add', async () => {
      await manage.setFiles(mine('picture-files'), [file])
      await manage.waitFor(mine('review-problem'), { timeoutMs: 30_000 })
      // Its words come a moment after its line.
      const says = () => manage.text(mine('review-problem'))
      await until('it says why', async () => /picture|QR/i.test(await says()))
    })
  })
})

/** Files that are sealed ask for their password first. */
async function openWhereAsked(page: Page): Promise<void> {
  const password = mine('restore-password')
  await page.waitFor(`${password}, ${mine('error')}`, { timeoutMs: 30_000 })
  if ((await page.count(password)) === 0) return
  await page.fill(password, 'correct horse battery staple')
  await page.click(mine('restore-open'))
}

function startHeartbeat(): void {
  const page = window as Window & { beats?: number[] }
  page.beats = [performance.now()]
  setInterval(() => page.beats?.push(performance.now()), 50)
}

function longestSilence(): number {
  const beats = [...((window as Window & { beats?: number[] }).beats ?? []), performance.now()]
  return Math.max(...beats.map((at, index) => at - (beats[index - 1] ?? at)))
}

function copy(line: string, count: number): Promise<void> {
  return navigator.clipboard.writeText(line.repeat(count))
}

function newestGeneration(): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('sixpence')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const keys = opening.result.transaction('generations').objectStore('generations').getAllKeys()
      keys.onsuccess = () => {
        opening.result.close()
        resolve(Math.max(...keys.result.map(Number)))
      }
    }
  })
}

function base32(index: number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  return Array.from({ length: 8 }, (_, at) => letters[Math.floor(index / 32 ** at) % 32]).join('')
}

function linesOf(count: number): string {
  return Array.from({ length: count }, (_, index) => uri(index)).join('\n')
}

/** A backup as our own, but that its key costs a tebibyte: one of the published vectors. */
function costlyBackup(): string {
  const vectors = path.resolve(import.meta.dirname, '../fixtures/vaults/vectors')
  const vector = readFileSync(path.join(vectors, 'backup-kdf-m-bomb.txt'), 'utf8')
  return vector.slice(vector.indexOf('\n\n') + 2)
}

/** 200 MB of zeros in 200 kB: the first entry of a zip, as every zip begins. */
function zipOfZeros(): Buffer {
  const sizeBytes = 200 * 1024 * 1024
  const data = deflateRawSync(Buffer.alloc(sizeBytes))
  const header = Buffer.alloc(30)
  header.write('PK\u0003\u0004', 'latin1')
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(8, 8)
  header.writeUInt32LE(data.length, 18)
  header.writeUInt32LE(sizeBytes, 22)
  header.writeUInt16LE(5, 26)
  return Buffer.concat([header, Buffer.from('zeros'), data])
}

/** A grey picture of one bit a pixel; with fewer `rows` than it says it is cut off. */
function png(width: number, height: number, rows = height): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const data = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * rows))
  const chunks = [chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
