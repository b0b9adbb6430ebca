import { record } from '../long-run'
import type { Engine } from './engine'

/**
 * Closes the browser, then throws if the extension sent a request while it ran. Every app of the
 * end-to-end tests ends here, so all of them together show promise P16 by what the browser itself
 * saw the extension's pages, worker and content scripts ask for, beyond its own files.
 */
export async function closeInSilence(engine: Engine): Promise<void> {
  await engine.close()
  const sent = await engine.network()
  record({
    promise: 'P16',
    what: 'requests seen in the end-to-end tests',
    where: engine.version,
    count: await engine.requestCount(),
    result: `${sent.length} sent by the extension`,
  })
  if (sent.length > 0) throw new Error(`the extension sent requests: ${sent.join(', ')}`)
}
