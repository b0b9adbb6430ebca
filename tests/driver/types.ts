/** The browsers the driver knows. */
export type BrowserName = 'chromium' | 'firefox'

/** What `launch` may be told. Everything is optional. */
export interface LaunchOptions {
  /**
   * Default true. With false the window shows on DISPLAY, or on a private display of the
   * driver's own where there is none.
   */
  readonly headless?: boolean
  /**
   * The test answers permission prompts. Chromium then always runs on a private display
   * (Xvfb, openbox, xdotool): its prompt takes only real keys. Firefox stays as `headless` says.
   */
  readonly prompts?: boolean
  /** Chromium saves downloads its own way, with the folders that an extension names. */
  readonly ownDownloads?: boolean
  /** The extension talks to the network on purpose; else `close` throws when it did. */
  readonly mayUseNetwork?: boolean
  /** The built extension. Default: .output/chrome-mv3 or .output/firefox-mv3. */
  readonly build?: string
  /**
   * A profile directory to keep: not removed on close, and the same extension with the same data
   * on the next launch, even with another build (which then is an update). Default: a fresh one.
   */
  readonly profile?: string
  /**
   * Origins or match patterns that are granted from the start, without a prompt: they go into
   * host_permissions of a copy of the build. `https://a.example:8443` grants every port, as
   * browsers do. No `permissions.onAdded` fires for them.
   */
  readonly grantedOrigins?: readonly string[]
  /**
   * The port of a proxy on this machine that every request of every page goes through, this
   * machine's own included; no certificate is checked then. `tests/e2e/any-host.ts` is one that
   * plays every host there is.
   */
  readonly proxyPort?: number
  /**
   * For people, not for tests (Chromium): a visible window with the size, scale and colour scheme
   * of the desktop, nothing emulated.
   */
  readonly desktop?: boolean
  /**
   * There is a camera, and pages may use it: in Chromium it shows this film (a Y4M file, read anew
   * each time the camera is switched on), in Firefox a picture of its own.
   */
  readonly camera?: string
  /** Size of the page area in CSS pixels. Default 1280 x 720. */
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly colorScheme?: 'light' | 'dark'
  /** A BCP 47 tag, `de-DE`. Firefox takes it for web content only: its own language needs a pack. */
  readonly locale?: string
  readonly deviceScaleFactor?: number
}

/** How long a wait may last, in ms. Default 10,000. */
export interface WaitOptions {
  readonly timeoutMs?: number
}

/** Arguments and results of functions that run in a page: what JSON carries. */
export type PageFunction<A extends readonly unknown[], R> = (...args: A) => R | Promise<R>

/**
 * A tab or the toolbar popup. Selectors are CSS; the first match counts. Methods that name an
 * element wait for it to be there (and, for `click` and `fill`, to be visible).
 */
export interface Page {
  /** Loads a URL and waits for its load event. */
  goto(url: string): Promise<void>
  /** Clears a text field and types: real keys up to 200 characters, longer text as one paste. */
  fill(selector: string, text: string): Promise<void>
  /** Clicks with the mouse; the page sees a trusted event and user activation. */
  click(selector: string): Promise<void>
  /** Presses a key for whatever has the focus: `Enter`, `a`, `Control+A`, `Shift+Tab`. */
  press(key: string): Promise<void>
  /** Puts files into a file input. */
  setFiles(selector: string, paths: readonly string[]): Promise<void>
  /** The rendered text of the element, trimmed. */
  text(selector: string): Promise<string>
  /** The value of a form field. */
  value(selector: string): Promise<string>
  /** How many elements match, now. */
  count(selector: string): Promise<number>
  /**
   * Runs a function in the page; it sees nothing of the test but its arguments. Keep what should
   * stay on `window`, not on `globalThis`.
   */
  evaluate<A extends readonly unknown[], R>(fn: PageFunction<A, R>, ...args: A): Promise<R>
  /** Writes a PNG of the visible part. */
  screenshot(path: string): Promise<void>
  /** Waits until the element is visible, or until the function returns something truthy. */
  waitFor(what: string | PageFunction<[], unknown>, options?: WaitOptions): Promise<void>
  /** Waits until the page shows this text. */
  waitForText(text: string, options?: WaitOptions): Promise<void>
  url(): Promise<string>
  bringToFront(): Promise<void>
  close(): Promise<void>
  /** A popup closes by itself when it loses the focus, in Chromium also when a prompt shows. */
  isClosed(): Promise<boolean>
  /** Resolves when the page is gone. */
  readonly closed: Promise<void>
}

/** One row of the account list. `code` has no spaces. */
export interface AccountRow {
  readonly issuer: string
  readonly label: string
  readonly code: string
}

/** A running browser with the extension in it. */
export interface App {
  readonly browser: BrowserName
  /** `chrome-extension://...` or `moz-extension://...`, without a slash at the end. */
  readonly extensionOrigin: string
  /** `Chromium 156`. */
  readonly version: string
  /** The profile directory. */
  readonly profile: string
  /** Where files that the browser downloads land. */
  readonly downloads: string
  /** The processes of the browser, the main one first. */
  processes(): readonly number[]
  /** Every open tab, the driver's and others. */
  tabs(): Promise<readonly Page[]>
  openTab(url: string): Promise<Page>
  /** Clicks the toolbar button over this tab: the real popup, with activeTab granted. */
  openPopup(page: Page): Promise<Page>
  /** The popup that opens because of what is done: a shortcut, an entry of a menu. */
  popupAfter(act: () => Promise<void>): Promise<Page>
  /**
   * Presses a shortcut of the browser or of the extension, `Alt+Shift+L`, over this tab. In
   * Chromium only real keys do: it needs `prompts: true`.
   */
  pressShortcut(page: Page, keys: string): Promise<void>
  /**
   * Clicks on a field or a picture and chooses what this text says in its context menu. In Chromium
   * by real keys: it needs `prompts: true`, an element that takes the focus, and the text to be the
   * only one that begins with its letter.
   */
  chooseInMenu(page: Page, selector: string, text: string): Promise<void>
  /** Opens the manage page in a tab, at a route such as `#/add`. */
  openManage(route?: string): Promise<Page>

  /** Waits for the permission prompt and accepts it. */
  acceptPrompt(): Promise<void>
  /** Waits for the permission prompt and refuses it. */
  dismissPrompt(): Promise<void>
  /** `acceptPrompt` for this origin: after `ask`, if given, did what makes the browser ask. */
  grantSite(origin: string, ask?: () => Promise<void>): Promise<void>
  /** `dismissPrompt`, checking that the origin is not granted afterwards. */
  denySite(origin: string, ask?: () => Promise<void>): Promise<void>
  /** Has the browser refuse the camera to the extension, if there is one (`LaunchOptions.camera`). */
  refuseCamera(): Promise<void>
  /** Whether the extension may work on this origin now. */
  isGranted(origin: string): Promise<boolean>

  /** Through the manage page of the extension, as a user would: */
  createVault(password: string): Promise<void>
  unlock(password: string): Promise<void>
  lock(): Promise<void>
  /** Adds every account named by the lines of `otpauth://` text. */
  importText(text: string): Promise<void>
  accounts(): Promise<readonly AccountRow[]>

  /** Runs a trigger that downloads a file; resolves to where it lies. */
  download(trigger: () => Promise<void>): Promise<string>

  /** Runs functions in the service worker or event page, waking it. */
  readonly background: Pick<Page, 'evaluate'>
  /** Really stops the service worker or event page; the next event wakes it. */
  stopWorker(): Promise<void>
  isWorkerRunning(): Promise<boolean>
  /** Closes the browser properly (unless killed before) and starts it over the same profile. */
  restart(): Promise<void>
  /** SIGKILL for all its processes. Only `restart` and `close` may follow. */
  kill(): Promise<void>
  /** Throws, when all is closed, if the extension sent a request. */
  close(): Promise<void>

  /** URLs that the extension's own pages, worker or content scripts sent requests to. */
  network(): Promise<readonly string[]>
  /** What the extension's own code logged as errors or threw uncaught. */
  consoleErrors(): Promise<readonly string[]>
}
