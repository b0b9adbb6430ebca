// Runs inside Firefox with the browser's own rights: firefox-start.ts sends this text once, then
// calls the functions of `extensionDriver` by name. Pages (tabs, popups, the event page) go by
// their browserId, a number that stays the same over navigations.
//
// Marionette's own commands reach only tabs. The actor behind them works in every document, so it
// is called directly: the toolbar popup and the event page are driven like tabs.

/* global BrowsingContext, Cc, ChromeUtils, Ci, Cr, Cu, Services, WebExtensionPolicy */

const mainWindow = () => Services.wm.getMostRecentWindow('navigator:browser')
const sleep = (ms) => new Promise((resolve) => mainWindow().setTimeout(resolve, ms))
const until = async (what, ask) => {
  for (let round = 0; round < 200; round++) {
    const answer = await ask()
    if (answer) return answer
    await sleep(50)
  }
  throw new Error(`waited 10 s for ${what}`)
}

const contextOf = (browserId) => BrowsingContext.getCurrentTopByBrowserId(browserId)
const tabOf = (browserId) => {
  const browser = contextOf(browserId)?.embedderElement
  return browser ? browser.documentGlobal.gBrowser.getTabForBrowser(browser) : null
}
const actorOf = (browserId) => {
  const page = contextOf(browserId)?.currentWindowGlobal
  if (!page) throw new Error('the page is gone')
  return page.getActor('MarionetteCommands')
}
const capabilities = { toJSON: () => ({ 'moz:webdriverClick': true }) }
const find = (actor, selector) =>
  actor.findElement('css selector', selector, { timeout: 0, all: false })

const pages = {
  list: () => [...mainWindow().gBrowser.tabs].map((tab) => tab.linkedBrowser.browserId),

  open() {
    const { gBrowser } = mainWindow()
    gBrowser.selectedTab = gBrowser.addTrustedTab('about:blank')
    return gBrowser.selectedBrowser.browserId
  },

  exists: (browserId) => Boolean(contextOf(browserId)?.embedderElement?.isConnected),

  url: (browserId) => contextOf(browserId).currentURI.spec,

  async goTo(browserId, url) {
    const browser = contextOf(browserId).embedderElement
    const loaded = loadedBy(browser)
    browser.fixupAndLoadURIString(url, {
      triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
    })
    const status = await loaded
    if (status !== Cr.NS_OK) throw new Error(`could not load ${url}: 0x${status.toString(16)}`)
  },

  bringToFront(browserId) {
    const tab = tabOf(browserId)
    if (tab) mainWindow().gBrowser.selectedTab = tab
    mainWindow().focus()
    contextOf(browserId).embedderElement.focus()
  },

  /** Makes the page area this big. */
  async resize(width, height) {
    const window = mainWindow()
    const browser = window.gBrowser.selectedBrowser
    await until('the window to have its size', async () => {
      const missing = [width - browser.clientWidth, height - browser.clientHeight]
      if (missing.every((pixels) => Math.abs(pixels) < 1)) return true
      window.resizeBy(...missing)
      await sleep(100)
    })
  },

  close(browserId) {
    const tab = tabOf(browserId)
    if (tab) mainWindow().gBrowser.removeTab(tab)
    else contextOf(browserId)?.embedderElement?.closest('panel')?.hidePopup()
  },

  run: (browserId, script) =>
    actorOf(browserId).executeScript(script, [], {
      async: false,
      sandboxName: null,
      newSandbox: true,
      timeout: 120_000,
      file: 'driver',
      line: 0,
    }),

  async click(browserId, selector) {
    const actor = actorOf(browserId)
    await actor.clickElement(await find(actor, selector), capabilities)
  },

  async type(browserId, selector, keys) {
    const actor = actorOf(browserId)
    await actor.sendKeysToElement(await find(actor, selector), keys, capabilities)
  },

  /** A PNG of the visible part, in base64. */
  screenshot: (browserId) => actorOf(browserId).takeScreenshot(null, 0, false, false),

  /** Real keys, by way of the window: they reach what has the focus, menus and shortcuts too. */
  press(browserId, key, modifiers) {
    pages.bringToFront(browserId)
    const window = mainWindow()
    const processor = Cc['@mozilla.org/text-input-processor;1'].createInstance(
      Ci.nsITextInputProcessor,
    )
    if (!processor.beginInputTransactionForTests(window)) throw new Error('the keyboard is taken')
    const event = (name) => new window.KeyboardEvent('', keyOf(window, name))
    for (const modifier of modifiers) processor.keydown(event(modifier))
    processor.keydown(event(key))
    processor.keyup(event(key))
    for (const modifier of modifiers) processor.keyup(event(modifier))
  },
}

const keyOf = (window, key) => {
  if (key.length > 1) {
    const name = `DOM_VK_${key.replace('Arrow', '').replace('Enter', 'Return').toUpperCase()}`
    const isModifier = ['Control', 'Shift', 'Alt', 'Meta'].includes(key)
    return { key, code: isModifier ? `${key}Left` : key, keyCode: window.KeyboardEvent[name] ?? 0 }
  }
  const code = /[a-z]/i.test(key) ? `Key${key.toUpperCase()}` : ''
  return { key, code, keyCode: key.toUpperCase().charCodeAt(0) }
}

/** Firefox itself holds them weakly. */
const listeners = new Set()

/** Resolves with the status of the next whole load, or 0 at once when only the hash changes. */
const loadedBy = (browser) =>
  new Promise((resolve) => {
    const { STATE_STOP, STATE_IS_NETWORK, LOCATION_CHANGE_SAME_DOCUMENT } =
      Ci.nsIWebProgressListener
    const done = (status) => {
      listeners.delete(listener)
      browser.removeProgressListener(listener)
      resolve(status)
    }
    const listener = {
      QueryInterface: ChromeUtils.generateQI([
        'nsIWebProgressListener',
        'nsISupportsWeakReference',
      ]),
      onStateChange(progress, _request, flags, status) {
        const isEnd = flags & STATE_STOP && flags & STATE_IS_NETWORK
        // The blank page a new tab starts with may still be ending, or be ended by this load.
        const isOther =
          status === Cr.NS_BINDING_ABORTED ||
          (status === Cr.NS_OK && browser.currentURI.spec === 'about:blank')
        if (progress.isTopLevel && isEnd && !isOther) done(status)
      },
      onLocationChange(progress, _request, _location, flags) {
        if (progress.isTopLevel && flags & LOCATION_CHANGE_SAME_DOCUMENT) done(0)
      },
    }
    listeners.add(listener)
    browser.addProgressListener(listener)
    mainWindow().setTimeout(() => done(Cr.NS_ERROR_NET_TIMEOUT), 30_000)
  })

const extensionOf = (id) => WebExtensionPolicy.getByID(id).extension
const backgroundOf = (extension) =>
  [...extension.views].find(
    ({ viewType, xulBrowser }) =>
      viewType === 'background' && xulBrowser?.browsingContext?.currentWindowGlobal,
  )?.xulBrowser

const extension = {
  async untilInstalled(id) {
    await until('the extension to start', () => WebExtensionPolicy.getByID(id)?.active)
  },

  /** Puts the button beside the address bar, as a user who pins it, and clicks it. */
  async openPopup(id) {
    const window = mainWindow()
    const widget = `${id.replace(/[^a-z0-9_-]/gi, '_').toLowerCase()}`
    const { CustomizableUI } = window
    if (CustomizableUI.getPlacementOfWidget(`${widget}-browser-action`)?.area !== 'nav-bar') {
      CustomizableUI.addWidgetToArea(`${widget}-browser-action`, 'nav-bar')
    }
    const button = await until('the toolbar button', () =>
      window.document.getElementById(`${widget}-BAP`),
    )
    button.click()
    const browser = await until('the popup to open', () =>
      [...window.document.querySelectorAll('browser.webextension-popup-browser')].find(
        (one) =>
          one.isConnected &&
          one.closest('panel')?.state === 'open' &&
          one.currentURI?.spec.startsWith('moz-extension:'),
      ),
    )
    return browser.browserId
  },

  isBackgroundRunning: (id) => extensionOf(id).backgroundState === 'running',

  stopBackground: (id) =>
    extensionOf(id).terminateBackground({
      ignoreDevToolsAttached: true,
      disableResetIdleForTest: true,
    }),

  async background(id) {
    await extensionOf(id).wakeupBackground?.()
    return (await until('the event page', () => backgroundOf(extensionOf(id)))).browserId
  },

  /** Waits for the permission prompt and presses its button until it is gone. */
  async answerPrompt(answer) {
    const { panel } = mainWindow().PopupNotifications
    const shown = () =>
      panel.state === 'open' && panel.querySelector('#addon-webext-permissions-notification')
    await until('the permission prompt', shown)
    // Firefox ignores clicks within half a second of showing a prompt.
    await until('the prompt to go away', async () => {
      const prompt = shown()
      if (prompt) (answer === 'accept' ? prompt.button : prompt.secondaryButton).click()
      await sleep(200)
      return !shown()
    })
  },
}

Cu.getGlobalForObject(Services).extensionDriver = { ...pages, ...extension }
