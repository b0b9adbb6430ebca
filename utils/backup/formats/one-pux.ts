import type { Bytes } from '@/utils/bytes/bytes'
import { AppError } from '@/utils/errors/app-error'
import type { ParsedBackup } from '../parsed-backup'
import { collect } from '../read/collect'
import { openedJson } from '../read/opened-text'
import { readOtpText, type Surroundings } from '../read/otp-text'
import { isObject, listOf, memberOf, textOf, textsOf } from '../read/values'
import { zipFormat } from './zip-format'

const id = '1pux'

interface Item {
  readonly vault: string
  readonly raw: unknown
}

/** One code, and what its item says of it. */
interface Code {
  readonly totp: string
  readonly around: Surroundings
}

/** 1Password's 1PUX: a zip with the items as JSON. */
export const onePux = zipFormat({ id, isMember: (name) => name === 'export.data', read })

async function read(content: Bytes): Promise<ParsedBackup> {
  const accounts = memberOf(openedJson(content), 'accounts')
  if (!Array.isArray(accounts)) throw new AppError('file-damaged')
  const items = accounts
    .flatMap((account) => listOf(memberOf(account, 'vaults')))
    .flatMap((vault) => itemsOf(vault))
  return await collect(items.flatMap(codesOf), {
    read: ({ totp, around }) =>
      readOtpText(totp, around, { app: id, raw: { title: around.issuer, totp } }),
    titleOf: ({ around }) => around.issuer,
  })
}

/** Older exports wrap each item once more. */
function itemsOf(vault: unknown): readonly Item[] {
  const name = textOf(memberOf(memberOf(vault, 'attrs'), 'name'))
  return listOf(memberOf(vault, 'items')).map((item) => {
    const inside = memberOf(item, 'item')
    return { vault: name, raw: isObject(inside) ? inside : item }
  })
}

/** Any number of one-time passwords lie in the fields of an item; each is read by itself. */
function codesOf({ vault, raw }: Item): readonly Code[] {
  const details = memberOf(raw, 'details')
  const overview = memberOf(raw, 'overview')
  const user = listOf(memberOf(details, 'loginFields')).find(
    (field) => memberOf(field, 'designation') === 'username',
  )
  const state = memberOf(raw, 'state')
  const around = {
    issuer: textOf(memberOf(overview, 'title')),
    label: textOf(memberOf(user, 'value')),
    note: textOf(memberOf(details, 'notesPlain')),
    tags: [...textsOf(memberOf(overview, 'tags')), ...(vault === '' ? [] : [vault])],
    favorite: Number(memberOf(raw, 'favIndex') ?? 0) > 0,
    trashed: state === 'trashed' || memberOf(raw, 'trashed') === true,
  }
  return textsIn(details).map((totp) => ({ totp, around }))
}

function textsIn(details: unknown): readonly string[] {
  return listOf(memberOf(details, 'sections'))
    .flatMap((section) => listOf(memberOf(section, 'fields')))
    .map((field) => textOf(memberOf(memberOf(field, 'value'), 'totp')))
    .filter((totp) => totp.trim() !== '')
}
