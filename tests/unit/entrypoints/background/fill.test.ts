import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type ArrivalPorts, createArrivalFill } from '@/entrypoints/background/fill'
import type { Caller } from '@/utils/messages/sender'
import { registrableDomain } from '@/utils/sites/domain'
import { createVault } from '@/utils/vault/create-vault'
import {
  cheapKek,
  memoryFiles,
  memoryLocks,
  memorySession,
  memoryStore,
} from '../../utils/vault/memory-ports'
import { accountOf, codeNow, documentOf, nowMs, siteOf } from './sample'

const origin = 'https://example.org'
const caller: Caller = { origin, documentId: 'doc', tabId: 7, frameId: 0 }
const ada = accountOf('ada', [siteOf(origin)])

const status = vi.fn<ArrivalPorts['vault']['status']>()
const read = vi.fn<ArrivalPorts['vault']['read']>()
const isFrontTab = vi.fn<ArrivalPorts['isFrontTab']>()
const hasOrigin = vi.fn<ArrivalPorts['hasOrigin']>()
const mark = vi.fn<ArrivalPorts['mark']>()
const ports: ArrivalPorts = {
  vault: { status, read },
  now: () => nowMs,
  registrableDomain,
  isFrontTab,
  hasOrigin,
  mark,
}
const ask = (by: Caller = caller) => createArrivalFill(ports)({ type: 'fill.request' }, by)

beforeEach(() => {
  vi.resetAllMocks()
  status.mockResolvedValue('unlocked')
  read.mockResolvedValue(documentOf(ada))
  isFrontTab.mockResolvedValue(true)
  hasOrigin.mockResolvedValue(true)
})

describe('createArrivalFill', () => {
  it('answers with the code and takes the mark away', async () => {
    expect(await ask()).toEqual({ kind: 'code', code: codeNow })
    expect(mark).toHaveBeenCalledWith(7, null)
  })

  it('hands out a code and nothing else of the account', async () => {
    expect(Object.keys(await ask())).toEqual(['kind', 'code'])
  })

  it('says on the button that it is locked, and reads nothing', async () => {
    status.mockResolvedValue('locked')
    expect(await ask()).toEqual({ kind: 'locked' })
    expect(mark).toHaveBeenCalledWith(7, 'locked')
    expect(read).not.toHaveBeenCalled()
  })

  it('says on the button that there is a choice', async () => {
    read.mockResolvedValue(documentOf(ada, accountOf('bob', [siteOf(origin)])))
    expect(await ask()).toEqual({ kind: 'choose' })
    expect(mark).toHaveBeenCalledWith(7, 'choose')
  })

  it('does nothing where there is no vault', async () => {
    status.mockResolvedValue('none')
    expect(await ask()).toEqual({ kind: 'nothing' })
    expect(mark).not.toHaveBeenCalled()
  })

  it('does nothing on a site that is allowed and bound to no account', async () => {
    read.mockResolvedValue(documentOf(accountOf('bob', [siteOf('https://example.com')])))
    expect(await ask()).toEqual({ kind: 'nothing' })
    expect(mark).not.toHaveBeenCalled()
  })

  it.each<readonly [string, Partial<Caller>, () => void]>([
    ['a frame', { frameId: 4 }, () => {}],
    ['a tab in the background', {}, () => isFrontTab.mockResolvedValue(false)],
    ['a site whose permission was taken back', {}, () => hasOrigin.mockResolvedValue(false)],
    ['a place in no tab', { tabId: null }, () => {}],
    ['an opaque document', { origin: 'null' }, () => {}],
    ['an unencrypted page', { origin: 'http://example.org' }, () => {}],
  ])('does not even look at the vault for %s', async (_, changes, given) => {
    given()
    expect(await ask({ ...caller, ...changes })).toEqual({ kind: 'nothing' })
    expect(status).not.toHaveBeenCalled()
    expect(read).not.toHaveBeenCalled()
    expect(mark).not.toHaveBeenCalled()
  })

  it('asks the browser whether the page is in front, not the message', async () => {
    await ask()
    expect(isFrontTab).toHaveBeenCalledWith(7)
    expect(hasOrigin).toHaveBeenCalledWith(origin)
  })

  it('gives nothing past the deadline, and moves no deadline before it', async () => {
    const session = memorySession()
    const vaultPorts = {
      store: memoryStore(),
      files: memoryFiles(),
      session,
      deriveKek: cheapKek,
      exclusively: memoryLocks(),
    }
    const owner = createVault(vaultPorts)
    await owner.create('correct horse', nowMs)
    await owner.change(nowMs, () => documentOf(ada))
    const before = session.session
    const vault = createVault({
      ...vaultPorts,
      session: {
        ...session,
        write: async () => {},
        read: () => session.read(),
        clear: () => session.clear(),
      },
    })
    let clockMs = nowMs + 14 * 60_000
    const handler = createArrivalFill({ ...ports, vault, now: () => clockMs })
    expect((await handler({ type: 'fill.request' }, caller)).kind).toBe('code')
    expect(session.session).toEqual(before)
    clockMs = nowMs + 15 * 60_000
    expect(await handler({ type: 'fill.request' }, caller)).toEqual({ kind: 'locked' })
    expect(session.session).toBeNull()
  })
})
