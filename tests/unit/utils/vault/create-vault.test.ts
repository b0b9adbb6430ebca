import { beforeEach, describe, expect, it } from 'vitest'
import { addAccount } from '@/utils/vault/accounts'
import { createVault } from '@/utils/vault/create-vault'
import { emptyDocument } from '@/utils/vault/document'
import { codeOf } from './error-code'
import { type MemoryPorts, memoryPorts } from './memory-ports'
import { allWell, savedWith, totpAccount } from './samples'

const password = 'four random words here'
const nowMs = 1_700_000_000_000
let ports: MemoryPorts

beforeEach(() => {
  ports = memoryPorts()
})

describe('a new vault', () => {
  it('is none, then unlocked, locked, unlocked', async () => {
    const vault = createVault(ports)
    expect(await vault.status(nowMs)).toBe('none')
    await vault.create(password, nowMs)
    expect(await vault.status(nowMs)).toBe('unlocked')
    expect(await vault.read(nowMs)).toEqual({ ...emptyDocument, savedAtMs: nowMs })
    await vault.lock()
    expect(await vault.status(nowMs)).toBe('locked')
    const report = await vault.unlock(password, nowMs)
    expect(report).toEqual(allWell(nowMs))
    expect(await vault.status(nowMs)).toBe('unlocked')
  })

  it('never replaces one that is there, locked or damaged', async () => {
    const vault = createVault(ports)
    await vault.create(password, nowMs)
    await vault.lock()
    expect(await codeOf(() => vault.create('another', nowMs))).toBe('vault-exists')
    ports.store.generations = ports.store.generations.map((g) => ({ ...g, protected: '' }))
    expect(await codeOf(() => vault.create('another', nowMs))).toBe('vault-exists')
  })

  it('made twice at the same time is made once', async () => {
    const [a, b] = [createVault(ports), createVault(ports)]
    const codes = await Promise.all([
      codeOf(() => a.create(password, nowMs)),
      codeOf(() => b.create('another password', nowMs)),
    ])
    expect(codes).toEqual(['none', 'vault-exists'])
  })

  it('needs a password', async () => {
    expect(await codeOf(() => createVault(ports).create('', nowMs))).toBe('password-empty')
    expect(ports.store.generations).toEqual([])
  })

  it('shows neither account nor password in what is stored', async () => {
    const vault = createVault(ports)
    await vault.create(password, nowMs)
    await vault.change(nowMs, (document) => addAccount(document, totpAccount('a', 'MARKER')))
    const stored = ports.store.generations.flatMap((g) => [
      atob(g.protected.replaceAll('-', '+').replaceAll('_', '/')),
      Buffer.from(g.ciphertext).toString('latin1'),
    ])
    for (const marker of ['MARKER', 'JBSWY3DP', 'ada@example.org', password]) {
      expect(stored.join()).not.toContain(marker)
    }
  })
})

describe('a locked vault', () => {
  it('yields nothing', async () => {
    const vault = createVault(ports)
    await vault.create(password, nowMs)
    const draft = await vault.sealDraft({ secret: 'typed' }, nowMs)
    await vault.lock()
    for (const work of [
      () => vault.read(nowMs),
      () => vault.change(nowMs, (document) => document),
      () => vault.inspect(nowMs),
      () => vault.sealDraft({}, nowMs),
      () => vault.openDraft(draft, nowMs),
    ]) {
      expect(await codeOf(work)).toBe('vault-locked')
    }
  })

  it('tells a wrong password from no password and from no vault', async () => {
    const vault = createVault(ports)
    expect(await codeOf(() => vault.unlock(password, nowMs))).toBe('vault-missing')
    await vault.create(password, nowMs)
    await vault.lock()
    expect(await codeOf(() => vault.unlock('wrong', nowMs))).toBe('password-wrong')
    expect(await codeOf(() => vault.unlock('', nowMs))).toBe('password-empty')
    expect(await vault.status(nowMs)).toBe('locked')
  })

  it('says whether a password is the one, and stays locked', async () => {
    const vault = createVault(ports)
    await vault.create(password, nowMs)
    await vault.lock()
    expect(await vault.verifyPassword(password)).toBe(true)
    expect(await vault.verifyPassword('wrong')).toBe(false)
    expect(await vault.verifyPassword('')).toBe(false)
    expect(await vault.status(nowMs)).toBe('locked')
  })
})

describe('removing', () => {
  it('forgets generations, session and mark, and makes room for a new vault', async () => {
    const vault = createVault(ports)
    await vault.create(password, nowMs)
    await vault.change(nowMs, (document) => document)
    await vault.remove()
    expect(ports.store.generations).toEqual([])
    expect(ports.files.content.size).toBe(0)
    expect(ports.session.session).toBeNull()
    expect(ports.highWater.generation).toBe(0)
    expect(await vault.status(nowMs)).toBe('none')
    await vault.create('another password', nowMs)
    expect(await vault.inspect(nowMs)).toEqual(allWell(nowMs))
  })

  it('elsewhere is noticed by a session that is still open', async () => {
    const vault = createVault(ports)
    await vault.create(password, nowMs)
    ports.store.generations = []
    ports.files.content.clear()
    expect(await codeOf(() => vault.read(nowMs))).toBe('vault-missing')
    expect(await vault.status(nowMs)).toBe('none')
  })
})

describe('drafts', () => {
  it('are unreadable while locked and come back with the key', async () => {
    const vault = createVault(ports)
    await vault.create(password, nowMs)
    const sealed = await vault.sealDraft({ secret: 'JBSWY3DP', sites: [1] }, nowMs)
    expect(atob(sealed)).not.toContain('JBSWY3DP')
    await vault.lock()
    expect(await codeOf(() => vault.openDraft(sealed, nowMs))).toBe('vault-locked')
    await vault.unlock(password, nowMs)
    expect(await vault.openDraft(sealed, nowMs)).toEqual({ secret: 'JBSWY3DP', sites: [1] })
  })

  it('of another vault, changed, or no draft at all are null', async () => {
    const vault = createVault(ports)
    await vault.create(password, nowMs)
    const other = createVault(memoryPorts())
    await other.create(password, nowMs)
    const foreign = await other.sealDraft('x', nowMs)
    const own = await vault.sealDraft('x', nowMs)
    const changed = `${own.startsWith('A') ? 'B' : 'A'}${own.slice(1)}`
    const { ciphertext, nonce } = ports.store.generations[0] ?? expect.fail()
    const body = Buffer.concat([nonce, ciphertext]).toString('base64')
    for (const sealed of [foreign, changed, body, '', 'AAAA', 'not base64']) {
      expect(await vault.openDraft(sealed, nowMs)).toBeNull()
    }
  })

  it('are the same by one look at the session', async () => {
    const vault = createVault(ports)
    await vault.create(password, nowMs)
    const drafts = await vault.drafts(nowMs)
    const sealed = await drafts.seal({ secret: 'JBSWY3DP' })
    expect(atob(sealed)).not.toContain('JBSWY3DP')
    expect(await vault.openDraft(sealed, nowMs)).toEqual({ secret: 'JBSWY3DP' })
    expect(await drafts.open(await vault.sealDraft('x', nowMs))).toBe('x')
    await vault.lock()
    expect(await codeOf(() => vault.drafts(nowMs))).toBe('vault-locked')
  })
})

describe('a vault with accounts', () => {
  it('gives every page what any page saved', async () => {
    const [popup, background] = [createVault(ports), createVault(ports)]
    await popup.create(password, nowMs)
    const saved = await popup.change(nowMs, (document) => addAccount(document, totpAccount('a')))
    expect(saved).toEqual(savedWith(nowMs, totpAccount('a')))
    expect(await background.read(nowMs)).toEqual(saved)
  })
})

describe('the time of the last save', () => {
  it('tells of a clock that was set back since', async () => {
    const vault = createVault(memoryPorts())
    await vault.create(password, nowMs)
    await vault.lock()
    const anHourEarlier = nowMs - 3_600_000
    expect((await vault.unlock(password, anHourEarlier)).clockBehindMs).toBe(3_600_000)
    expect((await vault.inspect(anHourEarlier)).clockBehindMs).toBe(3_600_000)
  })
})
