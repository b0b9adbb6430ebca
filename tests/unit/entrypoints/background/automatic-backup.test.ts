import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  type AutomaticBackupPorts,
  createAutomaticBackup,
} from '@/entrypoints/background/automatic-backup'
import { automaticNames } from '@/utils/backup/automatic-names'
import { toUtf8 } from '@/utils/bytes/utf8'
import { AppError } from '@/utils/errors/app-error'
import { type BackupNotes, noNotes } from '@/utils/storage/backup-notes'
import { sealGeneration } from '@/utils/vault/generation'
import { openWithPassword } from '@/utils/vault/open-with-password'
import type { SealedGeneration } from '@/utils/vault/vault'
import { fromVaultFile } from '@/utils/vault/vault-file'
import { newKeyedHeader, newVaultId } from '@/utils/vault/vault-header'
import { codeOf } from '../../utils/vault/error-code'
import { cheapKek } from '../../utils/vault/memory-ports'
import { totpAccount, withAccounts } from '../../utils/vault/samples'

const password = 'a password'
const document = withAccounts(totpAccount('a'))
const vaultId = newVaultId()
const header = await newKeyedHeader(vaultId, password, { deriveKek: cheapKek })
const other = await newKeyedHeader(newVaultId(), password, { deriveKek: cheapKek })
const save = (generation: number, of = header) =>
  sealGeneration(of.dek, of.protected, generation, document)
const names = automaticNames(vaultId)
const path = (name: string) => `/home/ada/Downloads/Sixpence/${name}`

let notes: BackupNotes
let newest: SealedGeneration | null
let nowMs: number
/** What lies in the folder, by name. */
const files = new Map<string, string>()

const write = vi.fn<AutomaticBackupPorts['write']>()
const setAlarm = vi.fn<AutomaticBackupPorts['setAlarm']>()
const isSound = vi.fn<AutomaticBackupPorts['isSound']>()
const sleep = vi.fn<AutomaticBackupPorts['sleep']>()

const backup = createAutomaticBackup({
  notes: {
    read: async () => notes,
    update: async (change) => {
      notes = change(notes)
    },
    watch: () => () => undefined,
  },
  newest: async () => newest,
  isSound,
  write,
  tidy: async (_, isOutdated) => {
    const all = [...files.keys()]
    for (const name of all) if (isOutdated(name, all)) files.delete(name)
  },
  now: () => nowMs,
  sleep,
  exclusively: (_, work) => work(),
  undisturbed: (work) => work(),
  setAlarm,
})

beforeEach(async () => {
  vi.resetAllMocks()
  files.clear()
  notes = noNotes
  newest = await save(1)
  nowMs = new Date(2026, 10, 22, 12).getTime()
  isSound.mockResolvedValue(true)
  setAlarm.mockResolvedValue()
  sleep.mockResolvedValue()
  write.mockImplementation(async (folder, name, text) => {
    expect(folder).toBe('Sixpence')
    files.set(name, text)
    return path(name)
  })
})

describe('switching automatic backups on', () => {
  it('writes the newest and the one of the day at once, and notes it', async () => {
    await backup.turnOn()
    const day = names.ofDay(new Date(nowMs))
    expect([...files.keys()]).toEqual([day, names.newest])
    expect(files.get(day)).toBe(files.get(names.newest))
    const written = { generation: 1, writtenAtMs: nowMs, path: path(names.newest) }
    expect(notes).toEqual({ ...noNotes, vaultId, ...written })
  })

  it('where there is no vault says so', async () => {
    newest = null
    expect(await codeOf(() => backup.turnOn())).toBe('vault-missing')
    expect(notes.vaultId).toBeNull()
  })

  it('that cannot write says why, stays on, and tries again later', async () => {
    write.mockRejectedValue(new AppError('download-no-space'))
    expect(await codeOf(() => backup.turnOn())).toBe('download-no-space')
    expect(notes).toMatchObject({ vaultId, generation: 0, failure: 'download-no-space' })
    expect(setAlarm).toHaveBeenCalledWith(nowMs + 600_000)
  })
})

describe('an automatic backup', () => {
  it('is the save as it lies in the vault, sealed: only the password opens it', async () => {
    await backup.turnOn()
    const text = files.get(names.newest) ?? ''
    for (const clear of ['GitHub', 'ada@', 'JBSWY3DP', 'accounts', 'secret']) {
      expect(text).not.toContain(clear)
    }
    const opened = await openWithPassword([fromVaultFile(toUtf8(text))], password, cheapKek)
    expect(opened.document).toEqual(document)
  })

  it('follows each save, once', async () => {
    await backup.turnOn()
    await backup.catchUp()
    expect(write).toHaveBeenCalledTimes(2)
    newest = await save(2)
    await backup.catchUp()
    await backup.catchUp()
    expect(write).toHaveBeenCalledTimes(4)
    expect(notes.generation).toBe(2)
  })

  it('is written of the last of several saves that come together', async () => {
    await backup.turnOn()
    newest = await save(2)
    sleep.mockImplementation(async () => {
      newest = await save(3)
    })
    await Promise.all([backup.catchUp(), backup.catchUp()])
    expect(notes.generation).toBe(3)
    expect(fromVaultFile(toUtf8(files.get(names.newest) ?? '')).generation).toBe(3)
  })

  it('that was cut off by a stopped background is caught up with at the next start', async () => {
    await backup.turnOn()
    newest = await save(2)
    write.mockImplementationOnce(() => new Promise(() => {}))
    void backup.catchUp()
    await vi.waitFor(() => expect(write).toHaveBeenCalledTimes(3))
    expect(notes.generation).toBe(1)
    await backup.catchUp()
    expect(notes.generation).toBe(2)
  })

  it('that failed is noted with its reason, and forgotten when the next succeeds', async () => {
    await backup.turnOn()
    newest = await save(2)
    write.mockRejectedValueOnce(new AppError('downloads-denied'))
    await backup.catchUp()
    expect(notes).toMatchObject({ generation: 1, failure: 'downloads-denied' })
    await backup.catchUp()
    expect(notes).toMatchObject({ generation: 2, failure: null })
  })

  it('is not written when switched off', async () => {
    await backup.turnOn()
    await backup.turnOff()
    newest = await save(2)
    await backup.catchUp()
    expect(write).toHaveBeenCalledTimes(2)
    expect(notes).toMatchObject({ vaultId: null, writtenAtMs: nowMs })
  })

  it('keeps seven days beside the newest, the last of each day', async () => {
    await backup.turnOn()
    files.set('other.json', 'mine')
    for (let day = 1; day <= 9; day += 1) {
      nowMs += 86_400_000
      newest = await save(day * 2)
      await backup.catchUp()
      newest = await save(day * 2 + 1)
      await backup.catchUp()
    }
    const dated = [...files.keys()].filter((name) => names.dayOf(name) !== null)
    expect(dated.sort().map(names.dayOf)).toEqual(
      [25, 26, 27, 28, 29, 30].map((day) => `2026-11-${day}`).concat('2026-12-01'),
    )
    expect(fromVaultFile(toUtf8(files.get(dated[0] ?? '') ?? '')).generation).toBe(7)
    expect([...files.keys()]).toContain('other.json')
  })

  // Attack: bytes of the vault changed on disk, so that a damaged backup takes a whole one's place.
  it('that is damaged does not take the place of a whole one', async () => {
    await backup.turnOn()
    newest = await save(2)
    isSound.mockResolvedValue(false)
    await backup.catchUp()
    expect(write).toHaveBeenCalledTimes(2)
    expect(notes).toMatchObject({ generation: 1, failure: 'vault-damaged' })
  })

  // Attack: a new, empty vault made to write over the backups of the old one.
  it('of another vault is not written before it is switched on for that one', async () => {
    await backup.turnOn()
    newest = await save(9, other)
    await backup.catchUp()
    expect(write).toHaveBeenCalledTimes(2)
    await backup.turnOn()
    expect(write).toHaveBeenCalledTimes(4)
    expect(files.size).toBe(4)
  })

  it('of a new vault is tried again though the old one had more saves', async () => {
    newest = await save(50)
    await backup.turnOn()
    newest = await save(2, other)
    write.mockRejectedValueOnce(new AppError('download-failed'))
    await codeOf(() => backup.turnOn())
    await backup.catchUp()
    expect(notes).toMatchObject({ generation: 2, failure: null })
  })
})
