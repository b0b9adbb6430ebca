import { expect, it } from 'vitest'
import { codeReaders } from '@/utils/backup/formats/kdbx/codes'
import { collect } from '@/utils/backup/read/collect'

const bad = 'otpauth://totp/x?secret=1'
const uri = 'otpauth://totp/Acme:ada?secret=JBSWY3DP&issuer=Acme'
const seed = { 'TOTP Seed': 'JBSWY3DP' }

it.each([
  ['a bad link beside a good seed', { otp: bad, ...seed }, 1, 1],
  ['bad base64 beside a good seed', { 'TimeOtp-Secret-Base64': '!', ...seed }, 1, 1],
  ['one code in two ways', { otp: uri, ...seed }, 1, 0],
  ['two codes', { otp: 'key=MFRGGZDF&size=8', ...seed }, 2, 0],
  ['none', { Title: 'x', otp: '' }, 0, 0],
])('an entry of KeePass gives every code that is good: %s', async (_, fields, good, wrong) => {
  const readers = codeReaders(new Map(Object.entries(fields)), { issuer: 'Acme', label: 'ada' })
  const { entries, problems } = await collect(readers, { read: (read) => read() })
  expect([entries.length, problems.length]).toEqual([good, wrong])
})
