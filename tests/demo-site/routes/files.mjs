// @ts-check
import { readdirSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'

const folder = new URL('../static/', import.meta.url)

/** @type {Readonly<Record<string, string>>} */
const types = { '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' }

// Only what was in the folder when the site started can be asked for.
const files = new Map(
  readdirSync(folder).map((name) => {
    const type = types[extname(name)] ?? 'application/octet-stream'
    return [name, { type, body: readFileSync(new URL(name, folder)) }]
  }),
)

/** @type {import('../site.mjs').Handler} */
export const showFile = ({ name }) => files.get(name ?? '') ?? { status: 404, type: 'text/plain' }
