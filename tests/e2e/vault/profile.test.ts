import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { startDemoSite } from '../../demo-site/server.mjs'
import { type App, type BrowserName, launch } from '../../driver'
import { record } from '../../long-run'
import { type FileSearch, searchFiles } from '../../search/search-files'
import { vaultBrowsers } from './bed'
import { controls, plantControls } from './control'
import { liveMarkedLife } from './marked-life'
import { createMarkers, type Markers } from './markers'

// P1 and P2: nothing secret and no key lies on the disk in clear, whatever is done with the vault.

interface Searched {
  readonly version: string
  readonly profile: FileSearch
  readonly downloads: FileSearch
  readonly markers: Markers
}

async function live(app: App, siteUrl: string): Promise<Markers> {
  const markers = createMarkers()
  await liveMarkedLife(app, siteUrl, markers)
  await plantControls(app)
  return markers
}

/** Lives a life, closes the browser, searches what it left. */
async function liveAndSearch(browser: BrowserName): Promise<Searched> {
  const profile = mkdtempSync(path.join(tmpdir(), 'searched-profile-'))
  const site = await startDemoSite()
  const app = await launch(browser, { profile, grantedOrigins: [site.url] })
  try {
    const markers = await live(app, site.url)
    await app.restart()
    const downloads = searchFiles(app.downloads, markers.needles)
    await app.close()
    const needles = [...markers.needles, ...controls]
    return { version: app.version, profile: searchFiles(profile, needles), downloads, markers }
  } finally {
    await app.close()
    await site.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

describe.each(vaultBrowsers)('the profile of %s', (browser) => {
  test('holds no secret, name, note, site, password or key in any form', async () => {
    const { version, profile, downloads, markers } = await liveAndSearch(browser)
    const isControl = ({ name }: { name: string }) => controls.some((one) => one.name === name)
    const hits = [...profile.hits, ...downloads.hits].filter((hit) => !isControl(hit))
    const found = new Set(profile.hits.filter(isControl).map(({ name }) => name))
    record({
      promise: 'P1, P2',
      what: 'secrets and keys searched in every file',
      where: version,
      count: markers.needles.length,
      result: `${hits.length} hits in ${profile.files} files; ${found.size} of ${controls.length} planted words found`,
    })
    expect(hits).toEqual([])
    expect(downloads.files).toBe(1)
    expect([...found].sort()).toEqual(controls.map(({ name }) => name).sort())
    // What is packed is looked into, not only passed by.
    expect(profile.hits.some((hit) => isControl(hit) && hit.layer === 'unpacked')).toBe(true)
  }, 180_000)
})
