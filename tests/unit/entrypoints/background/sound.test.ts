import { expect, it, vi } from 'vitest'
import { isSound } from '@/entrypoints/background/sound'
import { toBase64 } from '@/utils/bytes/base64'
import { emptyDocument } from '@/utils/vault/document'
import { sealGeneration } from '@/utils/vault/generation'
import type { KeySession } from '@/utils/vault/vault'
import { newKeyedHeader, newVaultId } from '@/utils/vault/vault-header'
import { cheapKek } from '../../utils/vault/memory-ports'

const vaultId = newVaultId()
const made = () => newKeyedHeader(vaultId, 'a password', { deriveKek: cheapKek })
const [header, before] = [await made(), await made()]
const sealed = await sealGeneration(header.dek, header.protected, 1, emptyDocument)
const sessionWith = (dek: Uint8Array): KeySession => ({
  vaultId,
  dek: toBase64(dek),
  unlockedAtMs: 0,
  usedAtMs: 0,
  deadlineMs: 1,
})
const sleep = async () => undefined

it.each([
  ['that opens with the key at hand', sealed, sessionWith(header.dek), true],
  ['of a locked vault', sealed, null, true],
  ['of another key', sealed, sessionWith(before.dek), false],
  ['that was changed', { ...sealed, generation: 2 }, sessionWith(header.dek), false],
] as const)('a save %s', async (_, save, session, sound) => {
  expect(await isSound(save, { session: { read: async () => session }, sleep })).toBe(sound)
})

it('a save under a new key waits for the key', async () => {
  const read = vi.fn(async () => sessionWith(header.dek))
  read.mockResolvedValueOnce(sessionWith(before.dek))
  expect(await isSound(sealed, { session: { read }, sleep })).toBe(true)
})
