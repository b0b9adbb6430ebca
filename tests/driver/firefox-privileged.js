// Runs inside Firefox with the browser's own rights: firefox-start.ts sends this text once, then
// calls the functions of `extensionDriver` by name. Pages (tabs, popups, the event page) go by
// their browserId, a number that stays the same over navigations.
//
// Marionette's own commands reach only tabs. The actor behind them works in every document, so it
// is called directly: the toolbar popup and the event page are driven like tabs.

/* global BrowsingContext, Cc, ChromeUtils, Ci, Cr, Cu, Services, WebExtensionPolicy */

const { clearInterval, setInterval, setTimeout } = ChromeUtils.importESModule(
  'resource://gre/modules/Timer.sys.mjs',
)
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const mainWindow = () => {
  const window = Services.wm.getMostRecentWindow('navigator:browser')
  if (!window) throw new Error('there is no window')
  return window
}
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
const capabilities = { toJSON: () => ({ 'moz:webdriverClick': true }) }

/** A page on its way to another process has no document for a moment. */
const actorOf = async (browserId) => {
  const page = await until('the page to have a document', () => {
    const context = contextOf(browserId)
    if (!context) throw new Error('the page is gone')
    return context.currentWindowGlobal
  })
  return page.getActor('MarionetteCommands')
}

// A document that goes away takes its actor along, with every question that is not answered yet.
// What only looks is asked again, of the document that follows. What acts may have been done, and
// is never done twice: whoever asked for it sees by what follows whether it was.
const isLeft = ({ name, message }) =>
  ['AbortError', 'InactiveActor'].includes(name) || message === 'Document was unloaded'

/** firefox-page.ts knows these words. */
const whenLeft = 'the document went away'

const find = (browserId, selector) =>
  until(`a document that stays, for ${selector}`, async () => {
    const actor = await actorOf(browserId)
    const options = { timeout: 0, all: false }
    try {
      return { actor, element: await actor.findElement('css selector', selector, options) }
    } catch (error) {
      if (!isLeft(error)) throw error
      return null
    }
  })

/** What Firefox says before it has done anything: may be asked again. */
const refusals = [
  'no such element',
  'stale element reference',
  'element not interactable',
  'element not accessible',
  'element click intercepted',
  'move target out of bounds',
]

/** Acts on an element once; answers why it could not yet, or null. */
const act = async (browserId, selector, work) => {
  try {
    const { actor, element } = await find(browserId, selector)
    await work(actor, element)
    return null
  } catch (error) {
    if (isLeft(error)) return null
    if (refusals.includes(error.status)) return error.message
    throw error
  }
}

const pages = {
  list: () => [...mainWindow().gBrowser.tabs].map((tab) => tab.linkedBrowser.browserId),

  open() {
    const { gBrowser } = mainWindow()
    gBrowser.selectedTab = gBrowser.addTrustedTab('about:blank')
    return gBrowser.selectedBrowser.browserId
  },

  exists: (browserId) => Boolean(contextOf(browserId)?.embedderElement?.isConnected),

  url(browserId) {
    const context = contextOf(browserId)
    if (!context) throw new Error('the page is gone')
    return context.currentURI.spec
  },

  async goTo(browserId, url) {
    const browser = contextOf(browserId).embedderElement
    const loaded = loadedBy(browser, url)
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

  /** Waits for the window to be whole, then makes the page area this big. */
  async resize(width, height) {
    const window = await until('the window', () => {
      const first = Services.wm.getMostRecentWindow('navigator:browser')
      return first?.gBrowserInit?.delayedStartupFinished && first
    })
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

  async run(browserId, script) {
    const actor = await actorOf(browserId)
    try {
      return await actor.executeScript(script, [], {
        async: false,
        sandboxName: null,
        newSandbox: true,
        timeout: 120_000,
        file: 'driver',
        line: 0,
      })
    } catch (error) {
      throw isLeft(error) ? new Error(whenLeft) : error
    }
  },

  click: (browserId, selector) =>
    act(browserId, selector, (actor, element) => actor.clickElement(element, capabilities)),

  type: (browserId, selector, keys) =>
    act(browserId, selector, (actor, element) =>
      actor.sendKeysToElement(element, keys, capabilities),
    ),

  /** A PNG of the visible part, in base64. */
  async screenshot(browserId) {
    return (await actorOf(browserId)).takeScreenshot(null, 0, false, false)
  },

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

const menus = {
  /** Clicks right at a place of a page and chooses the entry of its context menu that says this. */
  async chooseInMenu(browserId, [x, y], text) {
    const window = mainWindow()
    const page = contextOf(browserId).embedderElement.getBoundingClientRect()
    for (const type of ['mousedown', 'mouseup', 'contextmenu']) {
      const how = { button: 2, clickCount: 1 }
      window.synthesizeMouseEvent(type, page.x + x, page.y + y, how, {})
    }
    const menu = window.document.getElementById('contentAreaContextMenu')
    await until('the context menu', () => menu.state === 'open')
    const entry = [...menu.querySelectorAll('menuitem')].find(({ label }) => label === text)
    if (!entry) throw new Error(`no entry of the menu says ${text}`)
    menu.activateItem(entry)
    await until('the menu to close', () => menu.state === 'closed')
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

/**
 * Resolves with the status of the next whole load of this address, or 0 at once when only its hash
 * changes. The page that is left may end its own load meanwhile, even that of the same address.
 */
const loadedBy = (browser, url) =>
  new Promise((resolve) => {
    const { STATE_START, STATE_STOP, STATE_IS_NETWORK, LOCATION_CHANGE_SAME_DOCUMENT } =
      Ci.nsIWebProgressListener
    const { spec } = Services.io.newURI(url)
    // A new tab may still be at its blank page: what follows begins without a word then.
    let hasBegun = browser.currentURI.spec !== spec
    let isLeft = false
    const done = (status) => {
      clearInterval(watch)
      listeners.delete(listener)
      browser.removeProgressListener(listener)
      resolve(status)
    }
    const listener = {
      QueryInterface: ChromeUtils.generateQI([
        'nsIWebProgressListener',
        'nsISupportsWeakReference',
      ]),
      onStateChange(progress, request, flags, status) {
        if (!progress.isTopLevel || !(flags & STATE_IS_NETWORK)) return
        // It begins under the name of a blank page.
        if (flags & STATE_START) hasBegun = true
        const isOurs = request instanceof Ci.nsIChannel && request.originalURI.spec === spec
        if (!(flags & STATE_STOP) || !hasBegun || !(isOurs || isLeft)) return
        // A page may lead on to another by itself.
        if (status === Cr.NS_BINDING_ABORTED) isLeft = true
        else done(status)
      },
      onLocationChange(progress, _request, location, flags) {
        const isOurs = progress.isTopLevel && location.spec === spec
        if (isOurs && flags & LOCATION_CHANGE_SAME_DOCUMENT) done(0)
      },
    }
    // An end that nobody tells, as of a tab that changes its process: it is seen, for two seconds.
    let seen = 0
    const watch = setInterval(() => {
      const isThere = browser.currentURI.spec === spec && !browser.webProgress.isLoadingDocument
      seen = isThere ? seen + 1 : 0
      if (seen > 4) done(0)
    }, 500)
    listeners.add(listener)
    browser.addProgressListener(listener)
    setTimeout(() => done(Cr.NS_ERROR_NET_TIMEOUT), 30_000)
  })

const extensionOf = (id) => WebExtensionPolicy.getByID(id).extension
const backgroundOf = (extension) =>
  [...extension.views].find(
    ({ viewType, xulBrowser }) =>
      viewType === 'background' && xulBrowser?.browsingContext?.currentWindowGlobal,
  )?.xulBrowser

const popups = 'browser.webextension-popup-browser'

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
    // One that is still open would take the click as the wish to close it, and while one is closing
    // a click does nothing. A user's click elsewhere has closed it by now; a test's has not.
    await this.closePopup()
    button.click()
    return this.awaitPopup()
  },

  closePopup() {
    return until('the last popup to be closed', () => {
      const last = mainWindow().document.querySelector(popups)
      last?.closest('panel')?.hidePopup()
      return !last
    })
  },

  /** The popup that is opening. */
  async awaitPopup() {
    const browser = await until('the popup to open', () =>
      [...mainWindow().document.querySelectorAll(popups)].find(
        (one) =>
          one.isConnected &&
          one.closest('panel')?.state === 'open' &&
          one.currentURI?.spec.startsWith('moz-extension:'),
      ),
    )
    return browser.browserId
  },

  /** Whether pages of the extension may use the camera; they are not asked about then. */
  setCamera(id, isAllowed) {
    const { ALLOW_ACTION, DENY_ACTION } = Services.perms
    const { principal } = extensionOf(id)
    Services.perms.addFromPrincipal(principal, 'camera', isAllowed ? ALLOW_ACTION : DENY_ACTION)
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

Cu.getGlobalForObject(Services).extensionDriver = { ...pages, ...menus, ...extension }
