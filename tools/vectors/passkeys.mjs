// Vectors of vaults that a passkey opens too. A row is as in vaults.mjs; what is expected of it is
// for the password. `passkey` says who asks and with what, `opens` what comes of it.
import { Buffer } from 'node:buffer'
import { base64, bytesOf, credentialOf, passkeySlot, prfOf } from './seal.mjs'

const beside = (...slots) => ({ slots: (first) => [first, ...slots] })
const asked = (opens, { name = 'passkey', credential = credentialOf(name), prf } = {}) => ({
  passkey: { credential, prf: base64(prf ?? prfOf(name)) },
  opens,
})
const ill = (members) => beside(passkeySlot({ members }))
const ones = (count) => Array.from({ length: count }, (_, at) => passkeySlot({ name: `key ${at}` }))
const row = (name, opens, comment, how, ask) => [
  `passkey-${name}`,
  'success',
  comment,
  how,
  asked(opens, ask),
]

export const passkeys = [
  row('usual', 'success', 'a passkey beside the password', beside(passkeySlot())),
  row('before', 'success', 'the order of slots means nothing', {
    slots: (first) => [passkeySlot(), first],
  }),
  row('eight', 'success', 'the last of eight', beside(...ones(8)), { name: 'key 7' }),
  row('nine', 'damaged', 'one more than eight: none opens', beside(...ones(9)), { name: 'key 0' }),
  row('extra-members', 'success', 'unknown members mean nothing', ill({ hint: 1 })),
  row('unknown-beside', 'success', 'unknown types are stepped over', {
    slots: (first) => [{ type: 'x', credential: 7 }, first, passkeySlot()],
  }),
  row('longest', 'success', 'a credential of 1,023 bytes', ...longest(1_023)),
  row('too-long', 'damaged', 'one of 1,024', ...longest(1_024)),
  row('none', 'passkey-wrong', 'the vault has no passkey', {}),
  row('other', 'passkey-wrong', 'another passkey asks', beside(passkeySlot()), { name: 'other' }),
  row('other-answer', 'passkey-wrong', 'another answer under its name', beside(passkeySlot()), {
    prf: prfOf('other'),
  }),
  row('prf-31', 'passkey-unsupported', '31 bytes of PRF', beside(passkeySlot()), {
    prf: prfOf('passkey').subarray(0, 31),
  }),
  row('prf-64', 'passkey-unsupported', '64 bytes of PRF', beside(passkeySlot()), {
    prf: Buffer.concat([prfOf('passkey'), prfOf('other')]),
  }),
  row(
    'foreign-vault',
    'passkey-wrong',
    'the slot of another vault with the same passkey',
    beside(passkeySlot({ vault: bytesOf('other vault', 16).toString('base64url') })),
  ),
  row(
    'credential-swapped',
    'passkey-wrong',
    "one passkey's slot under the name of another",
    ill({ credential: credentialOf('other') }),
    { name: 'other', prf: prfOf('passkey') },
  ),
  row('twice', 'damaged', 'one passkey twice', beside(passkeySlot(), passkeySlot())),
  row('key-other', 'damaged', 'wraps another key than the body has', {
    ...beside(passkeySlot({ wraps: Buffer.alloc(32) })),
  }),
  row('key-31', 'damaged', 'wraps 31 bytes', beside(passkeySlot({ wraps: Buffer.alloc(31) }))),
  row('nonce-13', 'damaged', 'sealed with 13 bytes', beside(passkeySlot({ nonceSize: 13 }))),
  row('salt-31', 'damaged', '31 bytes of salt', ill({ salt: base64(Buffer.alloc(31)) })),
  row('without-salt', 'damaged', 'no salt', ill({ salt: undefined })),
  row('credential-empty', 'damaged', 'no credential', ill({ credential: '' })),
  row('key-number', 'damaged', 'a key that is a number', ill({ key: 7 })),
  row('ill-beside', 'damaged', 'all are judged before one is used', {
    ...beside(passkeySlot(), { type: 'passkey' }),
  }),
  ['passkey-only', 'damaged', 'a vault without a password', { slots: () => [passkeySlot()] }],
]

function longest(size) {
  const credential = base64(Buffer.alloc(size, 7))
  return [beside(passkeySlot({ credential })), { credential }]
}
