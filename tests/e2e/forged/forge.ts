import { requests } from '@/utils/messages/contract'

/** A message as JSON text: only so can it hold every key. */
export interface Forgery {
  readonly what: string
  readonly json: string
}

/** What stands for a member of a message by its name, in place of what its schema says. */
export type Words = Readonly<Record<string, readonly unknown[]>>

type Fields = Readonly<Record<string, unknown>>

/** The little of a schema that is needed to make a value that fits it. */
interface Schema {
  readonly type: string
  readonly literal?: unknown
  readonly options?: readonly unknown[]
  readonly wrapped?: Schema
  readonly entries?: Readonly<Record<string, Schema>>
}

const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
const wrong: readonly string[] = [
  'null',
  'true',
  '-1',
  '1e999',
  '""',
  '[]',
  '{}',
  '{"__proto__":{"length":6}}',
  deep(1_000),
]
const authority = {
  origin: 'https://other.example',
  url: 'https://other.example/prompt',
  documentId: '0',
  frameId: 0,
  sender: { origin: 'https://other.example', tab: { id: 1 } },
}

/** Messages of every type of the contract in the right shape, with every word there is for it. */
export function rightShapes(words: Words): readonly (Forgery & { readonly fields: Fields })[] {
  return Object.entries(requests).flatMap(([type, { schema }]) =>
    variants(schema as Schema, words).map((fields) => ({
      what: `${type} in its right shape`,
      json: JSON.stringify(fields),
      fields,
    })),
  )
}

/** Messages of every type of the contract in wrong shapes, and of no type. */
export function wrongShapes(words: Words): readonly Forgery[] {
  const firsts = Object.keys(requests).map((type) =>
    rightShapes(words).find(({ fields }) => fields.type === type),
  )
  return [...firsts.flatMap((first) => spoiled(first?.fields ?? {})), ...strange]
}

function spoiled(fields: Fields): readonly Forgery[] {
  const type = String(fields.type)
  const text = JSON.stringify(fields).slice(1, -1)
  const others = Object.keys(fields).filter((key) => key !== 'type')
  return [
    ...others.flatMap((key) => [
      { what: `${type} without ${key}`, json: JSON.stringify({ ...fields, [key]: undefined }) },
      ...wrong
        .filter((value) => value !== JSON.stringify(!fields[key]))
        .map((value) => ({
          what: `${type} with ${value.slice(0, 30)} as ${key}`,
          json: JSON.stringify({ ...fields, [key]: '@' }).replace('"@"', value),
        })),
      { what: `${type} with a huge ${key}`, json: JSON.stringify({ ...fields, [key]: huge }) },
    ]),
    ...Object.entries(authority).map(([key, value]) => ({
      what: `${type} that names its ${key}`,
      json: JSON.stringify({ ...fields, [key]: value }),
    })),
    { what: `${type} with a __proto__`, json: `{${text},"__proto__":{"from":"page"}}` },
    { what: `${type} as its own prototype`, json: `{"__proto__":{${text}}}` },
    { what: `${type} in a list`, json: `[{${text}}]` },
    { what: `${type} as a list`, json: JSON.stringify({ ...fields, type: [type] }) },
    { what: `${type} deep within`, json: `{"type":${JSON.stringify(type)},"a":${deep(5_000)}}` },
  ]
}

const huge = 'A'.repeat(2_000_000)

const strange: readonly Forgery[] = [
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'fill', 'content.write'].map(
    (type) => ({ what: `of the type "${type}"`, json: JSON.stringify({ type, code: '123456' }) }),
  ),
  ...['null', '0', '"fill.request"', '[]', '{}', '{"type":null}', '{"type":{}}'].map((json) => ({
    what: json,
    json,
  })),
]

function variants(schema: Schema, words: Words): readonly Fields[] {
  return Object.entries(schema.entries ?? {}).reduce<readonly Fields[]>(
    (all, [key, member]) =>
      all.flatMap((fields) =>
        (words[key] ?? valuesOf(member)).map((value) => ({ ...fields, [key]: value })),
      ),
    [{}],
  )
}

function valuesOf({ type, literal, options, wrapped }: Schema): readonly unknown[] {
  switch (type) {
    case 'literal':
      return [literal]
    case 'picklist':
      return options ?? []
    case 'boolean':
      return [false, true]
    case 'number':
      return [1]
    case 'string':
      return ['other']
    case 'optional':
    case 'nullable':
    case 'exact_optional':
      return wrapped ? valuesOf(wrapped) : []
    default:
      throw new Error(`no value is known for a schema of the type ${type}`)
  }
}
