import { rmSync } from 'node:fs'
import QRCode from 'qrcode'
import { launch } from '@/tests/driver'
import { sleep, waitUntil } from '@/tests/driver/waiting'
import { servePage } from './index'
import { floorPage, probedBuild } from './probed-build'
import { keepVaults, layVault, sealVault } from './seed'
export async function run(name: 'chromium' | 'firefox', rounds: number) {
  const build = probedBuild(name)
  const picture = await QRCode.toDataURL(
    'otpauth://totp/Heron:ada?secret=JBSWY3DPEHPK3PXP&issuer=Heron',
    { scale: 5 },
  )
  const site =
    await servePage(`<title>Security</title><h1>Set up two-factor authentication</h1><p>Scan this code.</p>
    <img src="${picture}" style="position:absolute;left:500px;top:250px">`)
  const app = await launch(name, { build })
  await app.createVault('walnut sextant bicycle harbour')
  const control = await app.openTab(`${app.extensionOrigin}/${floorPage}`)
  const tab = await app.openTab(site.url)
  await keepVaults(control, new Map([[20, await sealVault(20, Date.now())]]))
  await layVault(control, 20)
  for (let r = 0; r < rounds; r++) {
    await sleep(1000)
    await app.background.evaluate(
      (popup: string) => (globalThis as any).chrome.action.setPopup({ popup }),
      'popup.html',
    )
    const popup = await app.openPopup(tab)
    const ms = await waitUntil('ready', () => popup.evaluate(() => (window as any).readyMs ?? null))
    const marks = await popup.evaluate(() =>
      [...performance.getEntriesByType('mark')]
        .map((m) => [m.name, m.startTime] as [string, number])
        .concat(
          (performance.getEntriesByType('resource') as any[])
            .filter((e) => /read-page|worker|wasm|found|Found|decode/i.test(e.name))
            .map((e) => [e.name.split('/').pop() + ' fetched', e.responseEnd]),
        )
        .concat([['firstCode', (window as any).firstCodeMs]]),
    )
    console.log(
      ms.toFixed(0),
      marks
        .sort((a, b) => a[1] - b[1])
        .map(([n, x]) => `${n} ${x?.toFixed(0)}`)
        .join('  '),
    )
    await popup.close()
  }
  await app.close()
  site.server.close()
  rmSync(build, { recursive: true, force: true })
}
