import { beforeEach, describe, expect, it } from 'vitest'
import { toBase64 } from '@/utils/bytes/base64'
import { AppError } from '@/utils/errors/app-error'
import { addAccount } from '@/utils/vault/accounts'
import { createVault } from '@/utils/vault/create-vault'
import type { NewPasskey } from '@/utils/vault/passkey-slot'
import { createPasskeys, type Passkeys } from '@/utils/vault/passkeys'
import type { Vault } from '@/utils/vault/vault'
import { decodeVaultHeader, encodeVaultHeader } from '@/utils/vault/vault-header'
import { codeOf } from './error-code'
import { type MemoryPorts, memoryPorts } from './memory-ports'
import { totpAccount } from './samples'

const nowMs = 1_700_000_000_000
const password = 'four random words here'
const random = (size: number) => crypto.getRandomValues(new Uint8Array(size))
const aPasskey = (): NewPasskey => ({
  credential: toBase64(random(32)),
  salt: toBase64(random(32)),
  prf: random(32),
})
let laptop: NewPasskey
let phone: NewPasskey
let ports: MemoryPorts
let vault: Vault
let passkeys: Passkeys

const names = async () => (await vault.read(nowMs)).passkeys?.map(({ name }) => name)
const credentials = async () => (await passkeys.questions()).map(({ credential }) => credential)
const opens = async (passkey: NewPasskey) => {
  await vault.lock()
  return await codeOf(() => passkeys.unlock(passkey, nowMs))
}

beforeEach(async () => {
  laptop = aPasskey()
  phone = aPasskey()
  ports = memoryPorts()
  vault = createVault(ports)
  passkeys = createPasskeys(ports)
  await vault.create(password, nowMs)
  await vault.change(nowMs, (document) => addAccount(document, totpAccount('a')))
  await passkeys.add(password, laptop, 'Laptop', nowMs)
})

describe('a passkey that was added', () => {
  it('unlocks, and so does the password', async () => {
    expect(await opens(laptop)).toBe('none')
    expect((await vault.read(nowMs)).accounts.map(({ id }) => id)).toEqual(['a'])
    await vault.lock()
    await vault.unlock(password, nowMs)
    expect(await vault.status(nowMs)).toBe('unlocked')
  })

  it('is asked for while locked, and its name is not told then', async () => {
    await vault.lock()
    const { credential, salt } = laptop
    expect(await passkeys.questions()).toEqual([{ credential, salt }])
    const stored = ports.store.generations.map((each) =>
      Buffer.from(each.protected, 'base64url').toString(),
    )
    expect(stored.join()).not.toContain('Laptop')
    await vault.unlock(password, nowMs)
    expect(await names()).toEqual(['Laptop'])
  })

  it('that is removed while it unlocks leaves the newer session as it is', async () => {
    const list = ports.store.list.bind(ports.store)
    const slow = createPasskeys({
      ...ports,
      store: {
        ...ports.store,
        list: async () => {
          const before = await list()
          if (ports.session.session !== null && (await credentials()).length > 0) {
            await passkeys.remove(password, laptop.credential, [], nowMs)
          }
          return before
        },
        newest: () => ports.store.newest(),
      },
    })
    expect(await codeOf(() => slow.unlock(laptop, nowMs))).toBe('passkey-wrong')
    expect((await vault.read(nowMs)).accounts.map(({ id }) => id)).toEqual(['a'])
  })

  it('keeps the key, so that windows that are open go on', async () => {
    const before = ports.session.session
    await passkeys.add(password, phone, 'Phone', nowMs)
    expect(ports.session.session).toEqual(before)
    expect(await names()).toEqual(['Laptop', 'Phone'])
    expect([await opens(laptop), await opens(phone)]).toEqual(['none', 'none'])
  })

  it('needed the password, and only once', async () => {
    expect(await codeOf(() => passkeys.add('wrong', phone, 'x', nowMs))).toBe('password-wrong')
    expect(await codeOf(() => passkeys.add('', phone, 'x', nowMs))).toBe('password-empty')
    expect(await codeOf(() => passkeys.add(password, laptop, 'x', nowMs))).toBe('passkey-known')
    expect(await credentials()).toEqual([laptop.credential])
  })

  it('is one of eight at most', async () => {
    for (let count = 2; count <= 8; count += 1) {
      await passkeys.add(password, aPasskey(), `passkey ${count}`, nowMs)
    }
    expect(await codeOf(() => passkeys.add(password, phone, 'x', nowMs))).toBe('passkey-limit')
  })

  it('does not unlock by another answer, nor under another name', async () => {
    expect(await opens({ ...laptop, prf: random(32) })).toBe('passkey-wrong')
    expect(await opens(phone)).toBe('passkey-wrong')
    expect(await opens({ ...phone, prf: laptop.prf })).toBe('passkey-wrong')
    expect(await opens({ ...laptop, prf: random(31) })).toBe('passkey-unsupported')
    expect(await vault.status(nowMs)).toBe('locked')
  })

  it('is carried over by saves in other windows', async () => {
    const other = createVault(ports)
    await Promise.all([
      other.change(nowMs, (document) => addAccount(document, totpAccount('b'))),
      passkeys.add(password, phone, 'Phone', nowMs),
      other.change(nowMs, (document) => addAccount(document, totpAccount('c'))),
    ])
    expect(await opens(phone)).toBe('none')
    expect((await vault.read(nowMs)).accounts).toHaveLength(3)
  })
})

describe('a passkey that was removed', () => {
  beforeEach(async () => {
    await passkeys.add(password, phone, 'Phone', nowMs)
  })

  it('opens nothing any more, and no older save lies about that it opens', async () => {
    await passkeys.remove(password, laptop.credential, [phone], nowMs)
    expect(ports.store.generations).toHaveLength(1)
    expect(await opens(laptop)).toBe('passkey-wrong')
    expect(await opens(phone)).toBe('none')
    expect(await names()).toEqual(['Phone'])
    await vault.lock()
    await vault.unlock(password, nowMs)
  })

  it('takes those along that did not answer', async () => {
    await passkeys.remove(password, laptop.credential, [], nowMs)
    expect(await credentials()).toEqual([])
    expect(await names()).toEqual([])
    expect(await opens(phone)).toBe('passkey-wrong')
  })

  it('cannot stay by answering itself', async () => {
    await passkeys.remove(password, laptop.credential, [laptop, phone], nowMs)
    expect(await credentials()).toEqual([phone.credential])
  })

  it('gives no key to what is saved from then on, also with a copy from before', async () => {
    const before = ports.session.session?.dek
    const copy = structuredClone(ports.store.generations)
    await passkeys.remove(password, laptop.credential, [phone], nowMs)
    expect(ports.session.session?.dek).not.toBe(before)
    ports.store.generations = [...ports.store.generations, ...copy]
    expect(await opens(laptop)).toBe('passkey-wrong')
    // On top, under a number of its own making: the header asks, but the key is out of date.
    const [newest] = copy
    const forged = { ...(newest ?? expect.fail()), generation: 99 }
    ports.store.generations = [forged, ...ports.store.generations]
    expect(await opens(laptop)).toBe('vault-damaged')
    expect(await vault.status(nowMs)).toBe('locked')
  })

  it('needs the password to go, and right answers of those that stay', async () => {
    const before = structuredClone(ports.store.generations)
    const remove = (by: string, answer: NewPasskey) =>
      codeOf(() => passkeys.remove(by, laptop.credential, [answer], nowMs))
    expect(await remove('wrong', phone)).toBe('password-wrong')
    expect(await remove(password, { ...phone, prf: random(32) })).toBe('passkey-wrong')
    expect(ports.store.generations).toEqual(before)
  })

  it('that could not be saved leaves everything as it was', async () => {
    const before = structuredClone(ports.store.generations)
    ports.store.append = () => Promise.reject(new AppError('storage-full'))
    const remove = () => passkeys.remove(password, laptop.credential, [phone], nowMs)
    expect(await codeOf(remove)).toBe('storage-full')
    expect(ports.store.generations).toEqual(before)
    expect(await opens(laptop)).toBe('none')
  })

  it('leaves the password as it was spelled', async () => {
    const composed = createVault(memoryPorts())
    await composed.create('cafe\u0301', nowMs)
    const other = memoryPorts()
    const mine = createVault(other)
    await mine.create('caf\u00e9', nowMs)
    await createPasskeys(other).add('cafe\u0301', laptop, 'x', nowMs)
    await createPasskeys(other).remove('cafe\u0301', laptop.credential, [], nowMs)
    expect(await mine.verifyPassword('caf\u00e9')).toBe(true)
  })
})

describe('a change of the password', () => {
  it('keeps the passkeys that answered, under a new key', async () => {
    await passkeys.add(password, phone, 'Phone', nowMs)
    const before = ports.session.session?.dek
    await passkeys.changePassword(password, 'new password', [laptop], nowMs)
    expect(ports.session.session?.dek).not.toBe(before)
    expect([await opens(phone), await opens(laptop)]).toEqual(['passkey-wrong', 'none'])
    expect(await names()).toEqual(['Laptop'])
    expect(await vault.verifyPassword(password)).toBe(false)
    expect(await vault.verifyPassword('new password')).toBe(true)
  })

  it('without answers keeps none, and names none', async () => {
    await vault.changePassword(password, 'new password', nowMs)
    expect(await credentials()).toEqual([])
    expect(await names()).toEqual([])
    expect(await opens(laptop)).toBe('passkey-wrong')
  })

  it('to nothing is refused', async () => {
    expect(await codeOf(() => passkeys.changePassword(password, '', [], nowMs))).toBe(
      'password-empty',
    )
  })
})

describe('who can write to the disk', () => {
  const rewrite = (change: (slots: object[]) => object[]) => {
    ports.store.generations = ports.store.generations.map((each) => {
      const { vaultId, slots } = decodeVaultHeader(each.protected)
      return { ...each, protected: encodeVaultHeader(vaultId, change(slots) as never) }
    })
  }

  it('gains nothing by a passkey slot of another vault', async () => {
    const theirs = memoryPorts()
    await createVault(theirs).create('theirs', nowMs)
    await createPasskeys(theirs).add('theirs', phone, 'x', nowMs)
    const foreign = decodeVaultHeader(theirs.store.generations[0]?.protected ?? '').slots[1]
    rewrite((slots) => [...slots, foreign ?? expect.fail()])
    expect(await opens(phone)).toBe('passkey-wrong')
    expect(await opens(laptop)).toBe('vault-damaged')
  })

  it('gains nothing by a whole header of another vault', async () => {
    const theirs = memoryPorts()
    await createVault(theirs).create('theirs', nowMs)
    await createPasskeys(theirs).add('theirs', laptop, 'x', nowMs)
    const header = theirs.store.generations[0]?.protected ?? expect.fail()
    ports.store.generations = ports.store.generations.map((each) => ({
      ...each,
      protected: header,
    }))
    expect(await opens(laptop)).toBe('vault-damaged')
  })

  it('gains nothing by swapping credentials', async () => {
    await passkeys.add(password, phone, 'Phone', nowMs)
    rewrite(([first, a, b]) => [
      first ?? {},
      { ...a, credential: phone.credential },
      { ...b, credential: laptop.credential },
    ])
    expect(await opens(laptop)).toBe('passkey-wrong')
    expect(await opens(phone)).toBe('passkey-wrong')
  })

  it('gains nothing by taking the slot of the password away, or weakening it', async () => {
    rewrite((slots) => slots.slice(1))
    expect(await opens(laptop)).toBe('vault-damaged')
  })

  it('cannot have ill-shaped passkey slots stand in the way of the password', async () => {
    const header = ports.store.generations[0]?.protected ?? ''
    const { vaultId, slots } = decodeVaultHeader(header)
    const bent = encodeVaultHeader(vaultId, [...slots, { type: 'passkey', salt: 'x' } as never])
    const [newest, ...older] = ports.store.generations
    ports.store.generations = [{ ...(newest ?? expect.fail()), protected: bent }, ...older]
    expect(await passkeys.questions()).toEqual([])
    expect(await opens(laptop)).toBe('vault-damaged')
    await vault.unlock(password, nowMs)
    expect(await vault.status(nowMs)).toBe('unlocked')
  })
})

it('where there is no vault there is nothing to ask', async () => {
  const none = createPasskeys(memoryPorts())
  expect(await none.questions()).toEqual([])
  expect(await codeOf(() => none.unlock(laptop, nowMs))).toBe('vault-missing')
})
