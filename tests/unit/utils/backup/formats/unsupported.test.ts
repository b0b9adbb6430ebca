import { describe, expect, it } from 'vitest'
import { apply } from '@/utils/backup/apply'
import { compare } from '@/utils/backup/preview'
import { writePlainBackup } from '@/utils/backup/write-backup'
import { emptyDocument, type VaultDocument } from '@/utils/vault/document'
import { chooseFresh, fileOf, nowMs, parse } from '../backup-samples'

let count = 0
const newId = () => `id-${++count}`

const motp = {
  type: 'motp',
  uuid: '7f4ab4a5-2a5a-4a5a-8a5a-2a5a4a5a8a5a',
  name: 'ada',
  issuer: 'VPN',
  info: { secret: '0123456789abcdef', algo: 'MD5', digits: 6, period: 10, pin: '1234' },
}
const aegis = {
  version: 1,
  header: { slots: null, params: null },
  db: { version: 3, entries: [motp] },
}

async function imported(into: VaultDocument): Promise<VaultDocument> {
  const comparison = compare(await parse(fileOf(aegis)), into)
  return apply(into, chooseFresh(comparison), nowMs, newId)
}

describe('an entry of a kind that no codes are computed for', () => {
  it('is kept with all that its app knows of it', async () => {
    const { unsupported } = await imported(emptyDocument)
    expect(unsupported).toMatchObject([
      {
        type: 'motp',
        issuer: 'VPN',
        name: 'ada',
        pin: '1234',
        source: { app: 'aegis', raw: motp },
      },
    ])
  })

  it('goes through our own backup unchanged', async () => {
    const document = await imported(emptyDocument)
    const { unsupported, problems } = await parse(await writePlainBackup(document))
    expect(problems).toEqual([])
    expect(unsupported.map(({ raw }) => raw)).toEqual(document.unsupported)
  })

  it('is not kept twice when its file is read again', async () => {
    const once = await imported(emptyDocument)
    expect((await imported(once)).unsupported).toEqual(once.unsupported)
  })

  it.each([
    ['a hash function', 'otpauth://totp/a?secret=JBSWY3DP&algorithm=SHA384'],
    ['mOTP', 'motp://VPN:ada?secret=0123456789abcdef'],
    ['Yandex', 'otpauth://yaotp/ada?secret=LA2V6KMC&pin_length=4'],
  ])('is kept as its link where it is by %s', async (_, uri) => {
    const { entries, unsupported, problems } = await parse(
      fileOf(`${uri}\notpauth://totp/b?secret=JBSWY3DP`),
    )
    expect([entries.length, problems.length]).toEqual([1, 0])
    expect(unsupported).toMatchObject([{ raw: { uri } }])
  })
})
