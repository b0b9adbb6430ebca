// @ts-check
// node tests/demo-site/main.mjs [--port N]: runs the demo site until it is stopped.
import { parseArgs } from 'node:util'
import { startDemoSite } from './server.mjs'

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } })
const site = await startDemoSite({ port: Number(values.port) })

console.log(`Larkfield Library, a demo site: ${site.url} (also ${site.localhostUrl})`)
console.log(`Log in as ${site.user} with the password ${site.password}`)

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => void site.close().then(() => process.exit(0)))
}
