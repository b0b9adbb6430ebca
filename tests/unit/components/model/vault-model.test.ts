import { expect, test } from 'vitest'
import { createVaultModel } from '@/components/model/vault-model'
import { AppError } from '@/utils/errors/app-error'
import { allWell, anAccount, createFakeVault, documentOf } from './fake-vault'

function modelOver(fake: ReturnType<typeof createFakeVault>) {
  return createVaultModel({
    vault: fake.vault,
    now: () => 1_000,
    watchSession: fake.watchSession,
    watchSaves: fake.watchSaves,
  })
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

test('without a vault the status is none', async () => {
  const model = modelOver(createFakeVault())
  expect(model.status.value).toBe('loading')
  await model.open()
  expect(model.status.value).toBe('none')
})

test('creating leaves an empty, unlocked vault', async () => {
  const model = modelOver(createFakeVault())
  await model.open()
  await model.create('four random words here')
  expect([model.status.value, model.accounts.value]).toEqual(['unlocked', []])
})

test('a wrong password throws and stays locked', async () => {
  const model = modelOver(createFakeVault({ password: 'right' }))
  await model.open()
  await expect(model.unlock('wrong')).rejects.toMatchObject({ code: 'password-wrong' })
  expect(model.status.value).toBe('locked')
})

test('unlocking shows the accounts by name, those with a star first, without those in the trash', async () => {
  const fake = createFakeVault({
    password: 'right',
    document: documentOf(
      anAccount({ id: 'b', issuer: 'Zoo' }),
      anAccount({ id: 'c', issuer: 'ant', label: 'b' }),
      anAccount({ id: 'd', issuer: 'ant', label: 'a' }),
      anAccount({ id: 'e', deletedAtMs: 5 }),
      anAccount({ id: 'f', deletedAtMs: 9 }),
      anAccount({ id: 'g', issuer: 'Yew', favorite: true }),
    ),
  })
  const model = modelOver(fake)
  await model.open()
  await model.unlock('right')
  expect(model.accounts.value.map(({ id }) => id)).toEqual(['g', 'd', 'c', 'b'])
  expect(model.trash.value.map(({ id }) => id)).toEqual(['f', 'e'])
})

test('locking anywhere forgets the accounts here', async () => {
  const fake = createFakeVault({ password: 'right', document: documentOf(anAccount()) })
  const model = modelOver(fake)
  await model.open()
  await model.unlock('right')
  fake.elsewhere(false)
  await settled()
  expect([model.status.value, model.document.value]).toEqual(['locked', null])
})

test('unlocking elsewhere opens it here', async () => {
  const fake = createFakeVault({ password: 'right', document: documentOf(anAccount()) })
  const model = modelOver(fake)
  await model.open()
  fake.elsewhere(true)
  await settled()
  expect(model.accounts.value).toHaveLength(1)
})

test('a change shows what was saved', async () => {
  const model = modelOver(createFakeVault({ password: 'right' }))
  await model.open()
  await model.unlock('right')
  await model.change((document) => ({ ...document, accounts: [anAccount()] }))
  expect(model.accounts.value).toHaveLength(1)
})

test('a change after the vault locked itself throws and shows it locked', async () => {
  const fake = createFakeVault({ password: 'right' })
  const model = modelOver(fake)
  await model.open()
  await model.unlock('right')
  await fake.vault.lock()
  await expect(model.change((document) => document)).rejects.toMatchObject({ code: 'vault-locked' })
  expect(model.status.value).toBe('locked')
})

test('a vault that cannot be read is an error with its code', async () => {
  const fake = createFakeVault({ password: 'right' })
  fake.fail(new AppError('vault-damaged'))
  const model = modelOver(fake)
  await model.open()
  expect([model.status.value, model.error.value]).toEqual(['error', 'vault-damaged'])
})

test('looking again after a failure recovers', async () => {
  const fake = createFakeVault({ password: 'right' })
  fake.fail(new AppError('storage-failed'))
  const model = modelOver(fake)
  await model.open()
  fake.fail(null)
  await model.open()
  expect([model.status.value, model.error.value]).toEqual(['locked', null])
})

test('closing forgets and stops following', async () => {
  const fake = createFakeVault({ password: 'right', document: documentOf(anAccount()) })
  const model = modelOver(fake)
  await model.open()
  await model.unlock('right')
  model.close()
  expect([model.status.value, model.document.value, fake.listeners]).toEqual(['loading', null, 0])
})

test('a lock elsewhere while the vault is being read here is not overlooked', async () => {
  const fake = createFakeVault({ password: 'right', document: documentOf(anAccount()) })
  await fake.vault.unlock('right', 0)
  let lockNow = true
  const vault = {
    ...fake.vault,
    read: async (nowMs: number) => {
      const document = await fake.vault.read(nowMs)
      if (lockNow) fake.elsewhere(false)
      lockNow = false
      return document
    },
  }
  const model = createVaultModel({ ...fake, vault, now: () => 0 })
  await model.open()
  await settled()
  expect([model.status.value, model.document.value]).toEqual(['locked', null])
})

test('what another window saves shows here, and is no use of the vault', async () => {
  const fake = createFakeVault({ password: 'right' })
  let uses = 0
  const read = async (nowMs: number) => {
    uses += 1
    return await fake.vault.read(nowMs)
  }
  const model = createVaultModel({ ...fake, vault: { ...fake.vault, read }, now: () => 0 })
  await fake.vault.unlock('right', 0)
  await model.open()
  await settled()
  uses = 0
  fake.saveElsewhere(documentOf(anAccount()))
  await settled()
  expect([model.accounts.value.length, uses]).toEqual([1, 0])
})

test('a save elsewhere while one of our own runs is not overlooked', async () => {
  const fake = createFakeVault({ password: 'right' })
  const vault: typeof fake.vault = {
    ...fake.vault,
    change: async (nowMs, edit) => {
      const saved = await fake.vault.change(nowMs, edit)
      fake.saveElsewhere(documentOf(anAccount(), anAccount({ id: 'b' })))
      return saved
    },
  }
  const model = createVaultModel({ ...fake, vault, now: () => 0 })
  await fake.vault.unlock('right', 0)
  await model.open()
  await model.change((document) => ({ ...document, accounts: [anAccount()] }))
  await settled()
  expect(model.accounts.value).toHaveLength(2)
})

test('a save elsewhere shows nothing of a locked vault', async () => {
  const fake = createFakeVault({ password: 'right' })
  const model = modelOver(fake)
  await model.open()
  fake.saveElsewhere(documentOf(anAccount()))
  await settled()
  expect([model.status.value, model.document.value]).toEqual(['locked', null])
})

test.each([
  ['finds the vault open', true],
  ['sees it unlocked elsewhere', false],
])('a page that %s knows what opening it found', async (_, before) => {
  const fake = createFakeVault({ password: 'right' })
  const found = { ...allWell, skippedGenerations: 2, rolledBack: true, clockBehindMs: 5 }
  fake.report = found
  const model = createVaultModel({ ...fake, now: () => 0, inspects: true })
  if (before) await fake.vault.unlock('right', 0)
  await model.open()
  if (!before) fake.elsewhere(true)
  await settled()
  expect(model.report.value).toEqual(found)
})

test('a page that shows codes first opens the vault once', async () => {
  const fake = createFakeVault({ password: 'right' })
  await fake.vault.unlock('right', 0)
  let inspected = 0
  const inspect = () => {
    inspected += 1
    return fake.vault.inspect(0)
  }
  const model = createVaultModel({ ...fake, vault: { ...fake.vault, inspect }, now: () => 0 })
  await model.open()
  expect([model.status.value, inspected]).toEqual(['unlocked', 0])
})

test('a clock behind the last save is seen, also after a save under it', async () => {
  const document = { ...documentOf(anAccount()), savedAtMs: 301_000 }
  const fake = createFakeVault({ password: 'right', document })
  await fake.vault.unlock('right', 0)
  const model = modelOver(fake)
  await model.open()
  expect(model.clockBehindMs.value).toBe(300_000)
  await model.change((before) => ({ ...before, savedAtMs: 0 }))
  expect(model.clockBehindMs.value).toBe(300_000)
  await model.lock()
  expect(model.clockBehindMs.value).toBe(0)
})
