import { readFileSync } from 'node:fs'
import type { BrowserContext, Page as PlaywrightPage } from 'playwright-core'

/** Reports what the extension's pages in this context log as errors or throw. */
export function reportErrors(
  context: BrowserContext,
  origin: string,
  report: (error: string) => void,
): void {
  for (const page of context.pages()) reportPageErrors(page, origin, report)
  context.on('page', (page) => reportPageErrors(page, origin, report))
}

/** The same for one page. */
export function reportPageErrors(
  page: PlaywrightPage,
  origin: string,
  report: (error: string) => void,
): void {
  page.on('console', (message) => {
    const isOurs = message.location().url.startsWith(origin) || page.url().startsWith(origin)
    if (message.type() === 'error' && isOurs) report(message.text())
  })
  page.on('pageerror', (error) => {
    if (error.stack?.includes(origin) || page.url().startsWith(origin)) {
      report(`${error.stack ?? error} on ${page.url()}`)
    }
  })
}

/** URLs requested by an initiator of this origin, out of Chromium's own log of the network. */
export function requestsOf(origin: string, netLog: string): string[] {
  const lines = readLines(netLog)
  const start = startEventOf(lines[0] ?? '')
  return lines.slice(1).flatMap((line) => {
    if (!line.includes(origin)) return []
    const { type, params } = parseEvent(line)
    const asked = type === start && params?.initiator === origin ? params.url : undefined
    return asked && !asked.startsWith(origin) ? [asked] : []
  })
}

/** How many requests there were, whoever sent them. */
export function countRequests(netLog: string): number {
  const lines = readLines(netLog)
  const start = startEventOf(lines[0] ?? '')
  const urls = lines.slice(1).filter((line) => {
    if (!line.includes(`"type":${start}`)) return false
    const { type, params } = parseEvent(line)
    return type === start && params?.url !== undefined
  })
  return urls.length
}

interface LogEvent {
  readonly type?: number
  readonly params?: { readonly url?: string; readonly initiator?: string }
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch {
    return []
  }
}

/** The number that stands for the start of a request in this file. */
function startEventOf(firstLine: string): number {
  return Number(firstLine.match(/"URL_REQUEST_START_JOB":(\d+)/)?.[1])
}

/** One event a line; the last one may be half written. */
function parseEvent(line: string): LogEvent {
  try {
    return JSON.parse(line.replace(/,\s*$/, ''))
  } catch {
    return {}
  }
}
