import type { Home } from './profile'
import type { LaunchOptions } from './types'

/** The origin of our pages would else be another in every profile. */
const extensionUuid = '11111111-2222-4333-8444-555555555555'

/** Settings of the profile: the extension allowed in, quiet, and what the options ask for. */
export function firefoxPreferences(
  home: Home,
  options: LaunchOptions,
  extensionId: string,
): Record<string, string | number | boolean> {
  return {
    ...quiet,
    'marionette.port': 0,
    'xpinstall.signatures.required': false,
    'extensions.autoDisableScopes': 0,
    'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: extensionUuid }),
    'browser.download.folderList': 2,
    'browser.download.dir': home.downloads,
    'browser.download.useDownloadDir': true,
    'browser.download.always_ask_before_handling_new_types': false,
    'browser.download.alwaysOpenPanel': false,
    'layout.css.prefers-color-scheme.content-override': options.colorScheme === 'dark' ? 0 : 1,
    'ui.systemUsesDarkTheme': options.colorScheme === 'dark' ? 1 : 0,
    'layout.css.devPixelsPerPx': String(options.deviceScaleFactor ?? 1),
    'intl.accept_languages': options.locale ?? 'en-US',
    ...(options.proxyPort === undefined ? {} : proxyPreferences(options.proxyPort)),
    ...(options.camera === undefined ? {} : cameraPreferences),
  }
}

const proxyPreferences = (port: number) => ({
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': port,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': port,
  'network.proxy.allow_hijacking_localhost': true,
  // Pages without encryption stay without.
  'dom.security.https_first': false,
})

const cameraPreferences = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.fake': true,
}

const quiet = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.sessionstore.resume_from_crash': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.warnOnQuit': false,
  // A process kept ready for the next site costs each launch half a second.
  'dom.ipc.processPrelaunch.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'signon.rememberSignons': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
}
