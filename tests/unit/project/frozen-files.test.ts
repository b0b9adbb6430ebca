import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

// Their own tests open whatever files are there: one that went missing, or was made anew with the
// code it should hold to account, would go unnoticed by them. A release adds lines, none changes.
const frozen: Readonly<Record<string, string>> = {
  'vaults/vault-v1.expected.json':
    'ab434cc4c1ca79524a7aff1a88e1b4cd6ac444369780a656cd1b8319ea28fd9f',
  'vaults/vault-v1.json': '9ec9282a0394878725757c9131ff632ff6ccdc807fe463671e908adff0101c86',
  'backups/sixpence-v1-plain.json':
    'a041a5c5727b0560383cc40237fcf531491873fd79a5469f6519cea5883c2332',
  'backups/sixpence-v1-sealed.json':
    '54945fc54e630ec87304570ebb54ae6e72f1cd4f16adf4e89f49d91582454372',
  'backups/sixpence-v1.expected.json':
    'ccd27af1018231caa5db04672a85cf49af217c49b814d2851c1f1580e17aa461',
}

const folder = 'tests/fixtures'

test('every format version ever released has its frozen files, and no others are there', () => {
  const there = ['vaults', 'backups'].flatMap((kind) =>
    readdirSync(`${folder}/${kind}`)
      .filter((name) => name.endsWith('.json'))
      .map((name) => `${kind}/${name}`),
  )
  expect(there.sort()).toEqual(Object.keys(frozen).sort())
})

test.each(Object.entries(frozen))('%s is as it was when it was frozen', (name, sum) => {
  const bytes = readFileSync(`${folder}/${name}`)
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(sum)
})
