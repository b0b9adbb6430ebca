import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../../..')
let house: string

/** A copy of the rules with an otherwise empty house, to plant violations in. */
beforeAll(() => {
  house = mkdtempSync(path.join(tmpdir(), 'sixpence-walls-'))
  for (const file of ['biome.json', 'package.json', 'tsconfig.json', 'tsconfig.pure.json']) {
    cpSync(path.join(root, file), path.join(house, file))
  }
  mkdirSync(path.join(house, 'utils'))
  cpSync(path.join(root, 'utils/pure-globals.d.ts'), path.join(house, 'utils/pure-globals.d.ts'))
  symlinkSync(path.join(root, 'node_modules'), path.join(house, 'node_modules'))
})

afterAll(() => rmSync(house, { recursive: true, force: true }))

const plant = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(house, file)), { recursive: true })
  writeFileSync(path.join(house, file), text)
}

const run = (tool: string, args: readonly string[]): string => {
  try {
    return execFileSync(path.join(root, 'node_modules/.bin', tool), args, {
      cwd: house,
      encoding: 'utf8',
      stdio: 'pipe',
    })
  } catch (failure) {
    const { stdout, stderr } = failure as { stdout: string; stderr: string }
    return `${stdout}${stderr}`
  }
}

describe('folders import only what lies below them', () => {
  test.each([
    ['utils/errors/planted.ts', "import { x } from '@/utils/bytes/base32'"],
    ['utils/bytes/planted.ts', "import { x } from '@/utils/otp/code'"],
    ['utils/otp/planted.ts', "import { x } from '@/utils/vault/document'"],
    ['utils/otp/planted.ts', "import { x } from '../vault/document'"],
    ['utils/qr/planted.ts', "import { x } from 'webextension-polyfill'"],
    ['utils/vault/planted.ts', "import { x } from '@/utils/storage/locks'"],
    ['utils/vault/planted.ts', "import { x } from 'idb'"],
    ['utils/recovery/planted.ts', "import { x } from '@/utils/platform/clipboard'"],
    ['utils/backup/planted.ts', "import { x } from '@/utils/platform/clipboard'"],
    ['utils/storage/planted.ts', "import { x } from '@/components/i18n'"],
    ['components/planted.tsx', "import { x } from 'webextension-polyfill'"],
    ['components/planted.tsx', "import { x } from '@/entrypoints/background/fill'"],
    ['components/screens/popup/planted.tsx', "import { x } from 'webextension-polyfill'"],
    [
      'components/screens/popup/planted.tsx',
      "import { x } from '@/components/screens/manage/route'",
    ],
    ['components/screens/popup/planted.tsx', "import { x } from '../manage/route'"],
    ['components/screens/manage/planted.tsx', "import { x } from 'idb'"],
    [
      'components/screens/manage/planted.tsx',
      "import { x } from '@/components/screens/popup/focus'",
    ],
    ['components/screens/manage/add/planted.tsx', "import { x } from '../../popup/focus'"],
    ['entrypoints/fill.content/planted.ts', "import { x } from 'webextension-polyfill'"],
    ['entrypoints/fill.content/planted.ts', "import { x } from '@/utils/vault/vault'"],
  ])('%s must not contain: %s', (file, text) => {
    plant(file, `${text}\nexport const y = x\n`)
    expect(run('biome', ['lint', file])).toContain('noRestrictedImports')
  })

  test.each([
    ['utils/vault/allowed.ts', "import { x } from '@/utils/errors/app-error'"],
    ['utils/vault/allowed.ts', "import { x } from './document'"],
    ['utils/backup/formats/allowed.ts', "import { x } from '../registry'"],
    ['components/screens/popup/allowed.tsx', "import { x } from './focus'"],
    ['components/screens/popup/allowed.tsx', "import { x } from '@/utils/platform/open-manage'"],
    ['components/screens/manage/add/allowed.tsx', "import { x } from '../route'"],
  ])('%s may contain: %s', (file, text) => {
    plant(file, `${text}\nexport const y = x\n`)
    expect(run('biome', ['lint', file])).not.toContain('noRestrictedImports')
  })
})

test.each([
  ['by name', '@/utils/otp/'],
  ['by path', './'],
])('an import cycle %s is an error', (_, from) => {
  plant('utils/otp/one.ts', `import { two } from '${from}two'\nexport const one = () => two\n`)
  plant('utils/otp/two.ts', `import { one } from '${from}one'\nexport const two = () => one\n`)
  expect(run('biome', ['lint', 'utils/otp'])).toContain('noImportCycles')
})

test.each(['errors', 'bytes', 'clock', 'otp', 'qr', 'sites', 'fields', 'vault', 'backup'])(
  'utils/%s is compiled without a DOM',
  (folder) => {
    plant(`utils/${folder}/planted.ts`, 'export const title = () => document.title\n')
    const report = run('tsc', ['-p', 'tsconfig.pure.json'])
    expect(report).toContain(`utils/${folder}/planted.ts`)
    expect(report).toContain("Cannot find name 'document'")
  },
)
