import { AppError } from '@/utils/errors/app-error'
import type { BackupFormat, FileAccess } from '../../format'
import type { ParsedBackup } from '../../parsed-backup'
import { beforeReading } from '../../read/access'
import { collect } from '../../read/collect'
import { openedText } from '../../read/opened-text'
import { childOf, parseXml, type XmlElement } from '../../read/xml'
import { openBody } from './body'
import { codeReaders, type KdbxFields } from './codes'
import { readHeader } from './header'
import { deriveKdbxKeys } from './key'
import { openProtected } from './protected-values'

interface Entry {
  readonly fields: KdbxFields
  readonly tags: readonly string[]
  readonly trashed: boolean
}

type Shown = ReadonlyMap<XmlElement, string>

/** Reads a KeePass 2 database; see `BackupFormat.parse`. Histories of entries are left out. */
export async function readKdbx(
  file: Parameters<BackupFormat['parse']>[0],
  access: FileAccess,
): Promise<ParsedBackup> {
  const header = readHeader(file.bytes)
  const content = await openBody(header, await deriveKdbxKeys(header, access))
  beforeReading(access)
  const root = parseXml(openedText(content.xml))
  const shown = await openProtected(root, content)
  const top = childOf(childOf(root, 'Root'), 'Group')
  if (top === undefined) throw new AppError('file-damaged')
  const entries = entriesBelow(top, false, binOf(root), shown)
  return await collect(entries.flatMap(codesOf), {
    read: ({ read }) => read(),
    titleOf: ({ title }) => title,
  })
}

function codesOf({ fields, tags, trashed }: Entry) {
  const title = fields.get('Title') ?? ''
  const label = fields.get('UserName') ?? ''
  const around = { issuer: title, label, note: fields.get('Notes') ?? '', tags, trashed }
  return codeReaders(fields, around).map((read) => ({ read, title }))
}

/** The identity of the recycle bin. */
function binOf(root: XmlElement): string {
  return childOf(childOf(root, 'Meta'), 'RecycleBinUUID')?.text ?? ''
}

function entriesBelow(group: XmlElement, inBin: boolean, bin: string, shown: Shown): Entry[] {
  const id = childOf(group, 'UUID')?.text ?? ''
  const trashed = inBin || (bin !== '' && id === bin)
  return group.children.flatMap((child) => {
    if (child.name === 'Group') return entriesBelow(child, trashed, bin, shown)
    return child.name === 'Entry' ? [readEntry(child, trashed, shown)] : []
  })
}

function readEntry(element: XmlElement, trashed: boolean, shown: Shown): Entry {
  const strings = element.children.filter(({ name }) => name === 'String')
  const fields = strings.map((string) => {
    const value = childOf(string, 'Value')
    const text = value === undefined ? '' : (shown.get(value) ?? value.text)
    return [childOf(string, 'Key')?.text ?? '', text] as const
  })
  const tags = (childOf(element, 'Tags')?.text ?? '').split(/[;,]/).map((tag) => tag.trim())
  return { fields: new Map(fields), tags: tags.filter((tag) => tag !== ''), trashed }
}
