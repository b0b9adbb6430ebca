/** What a curious page found out. */
export interface Findings {
  /** Functions and setters of the page's that somebody called, by name. */
  readonly called: string[]
  /** Events of any kind, but for those of loading. */
  readonly heard: string[]
  /** Changes in its document since it was parsed. */
  readonly changes: string[]
}

/** What the page looks at when it is asked: the same in a browser without us, but for its host. */
export interface Look {
  readonly html: string
  readonly globals: string
  readonly entries: string
  readonly kept: string
  readonly active: string
  readonly counts: readonly number[]
}

/**
 * Runs in the page before anything of ours can: lays traps on whatever a script that looks for a
 * code field might touch, and listens to everything. Findings gather in `window.findings`.
 */
export function layProbes(): void {
  const findings: Findings = { called: [], heard: [], changes: [] }
  let isLaid = false
  Object.assign(window, { findings })
  const trapAll = (owner: object, name: string, keys = Object.getOwnPropertyNames(owner)) => {
    for (const key of keys) {
      const own = Object.getOwnPropertyDescriptor(owner, key)
      if (!own?.configurable || key === 'constructor') continue
      const tell = () => void (isLaid && findings.called.push(`${name}.${key}`))
      const trapped = { ...own }
      for (const part of ['get', 'set', 'value'] as const) {
        const real: unknown = own[part]
        if (typeof real !== 'function') continue
        trapped[part] = new Proxy(real as () => unknown, {
          apply: (target, self, args) => {
            tell()
            return Reflect.apply(target, self, args)
          },
          construct: (target, args, made) => {
            tell()
            return Reflect.construct(target, args, made)
          },
        })
      }
      Object.defineProperty(owner, key, trapped)
    }
  }
  const listen = EventTarget.prototype.addEventListener
  const events = [document, document.body, HTMLElement.prototype, Window.prototype, window]
    .flatMap((owner) => [...Object.getOwnPropertyNames(owner), 'onfocusin', 'onfocusout'])
    .filter((key) => key.startsWith('on'))
    .map((key) => key.slice(2))
  /** The browser's own, in any page that it loads and shows. */
  const usual = /^(?:load|pageshow|readystatechange|pagereveal|scrollend|focus|blur|device.*)$/
  for (const type of new Set([...events, 'selectionchange', 'securitypolicyviolation'])) {
    if (usual.test(type)) continue
    const hear = (event: Event) => {
      const blocked = event instanceof SecurityPolicyViolationEvent ? event.blockedURI : ''
      if (!blocked.endsWith('/favicon.ico')) findings.heard.push(`${type} ${blocked}`.trim())
    }
    listen.call(window, type, hear, true)
  }
  listen.call(document, 'DOMContentLoaded', () => {
    new MutationObserver((records) => {
      findings.changes.push(...records.map(({ type, attributeName }) => `${type} ${attributeName}`))
    }).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    })
    for (const owner of [EventTarget, Node, Element, HTMLElement, HTMLInputElement] as const) {
      trapAll(owner.prototype, owner.name)
    }
    for (const owner of [Document, HTMLFormElement, ShadowRoot, Event, UIEvent] as const) {
      trapAll(owner.prototype, owner.name)
    }
    trapAll(window, 'window', [
      ...['Event', 'InputEvent', 'KeyboardEvent', 'FocusEvent', 'CustomEvent', 'postMessage'],
      ...['MutationObserver', 'IntersectionObserver', 'ResizeObserver', 'AbortController'],
      ...['getComputedStyle', 'setTimeout', 'setInterval', 'requestAnimationFrame', 'WeakSet'],
    ])
    isLaid = true
  })
}

/** Looks at everything that a script might leave behind. */
export async function lookAround(): Promise<Look> {
  const names = (of: object) => Object.getOwnPropertyNames(of).sort().join(' ')
  const databases = (await indexedDB.databases?.()) ?? []
  const workers = await navigator.serviceWorker.getRegistrations()
  /** The browser asks any site for its icon by itself, a moment after the page is there. */
  const isIcon = (entry: PerformanceEntry) =>
    entry.name === `${location.origin}/favicon.ico` &&
    (entry as PerformanceResourceTiming).initiatorType === 'other'
  return {
    html: document.documentElement.outerHTML,
    globals: [window, document, document.body, navigator, HTMLInputElement.prototype]
      .map(names)
      .join('\n'),
    entries: performance
      .getEntries()
      .filter(({ entryType }) => ['navigation', 'resource', 'mark', 'measure'].includes(entryType))
      .filter((entry) => !isIcon(entry))
      .map(({ entryType, name }) => `${entryType} ${name.replace(location.origin, '')}`)
      .join('\n'),
    kept: [document.cookie, names(localStorage), names(sessionStorage), await caches.keys()].join(),
    active: document.activeElement?.localName ?? 'none',
    counts: [
      document.all.length,
      document.styleSheets.length,
      document.adoptedStyleSheets.length,
      document.fonts.size,
      document.getAnimations().length,
      window.length,
      databases.length,
      workers.length,
      getSelection()?.rangeCount ?? 0,
      scrollY,
    ],
  }
}

/** Tries to load what an extension with this origin may have, each in every way there is. */
export async function tryAddresses(origin: string, files: readonly string[]): Promise<string[]> {
  const load = (make: (address: string) => HTMLElement) => (address: string) =>
    new Promise<string>((done) => {
      const element = make(address)
      element.addEventListener('load', () => done('load'))
      element.addEventListener('error', () => done('error'))
      document.head.append(element)
    })
  const ways = {
    fetch: (address: string) => fetch(address).then(String, String),
    opaque: (address: string) => fetch(address, { mode: 'no-cors' }).then(String, String),
    image: load((src) => Object.assign(new Image(), { src })),
    script: load((src) => Object.assign(document.createElement('script'), { src })),
    style: load((href) =>
      Object.assign(document.createElement('link'), { href, rel: 'stylesheet' }),
    ),
    module: load((src) => Object.assign(document.createElement('script'), { src, type: 'module' })),
  }
  const results: string[] = []
  for (const file of files) {
    for (const [way, attempt] of Object.entries(ways)) {
      results.push(`${way} ${file}: ${(await attempt(`${origin}/${file}`)).replaceAll(origin, '')}`)
    }
  }
  return results
}

/** Speaks to whoever may listen, by every way a page has. */
export async function callOut(id: string, messages: readonly object[]): Promise<string[]> {
  const answers: string[] = []
  addEventListener('message', ({ data }) => {
    if (!('own' in data)) answers.push(`message ${JSON.stringify(data)}`)
  })
  const channel = new BroadcastChannel('sixpence')
  channel.onmessage = ({ data }) => answers.push(`channel ${JSON.stringify(data)}`)
  for (const message of messages) {
    postMessage({ ...message, own: true }, '*')
    channel.postMessage(message)
    for (const target of [window, document, document.documentElement]) {
      target.dispatchEvent(new CustomEvent('sixpence', { detail: message }))
    }
  }
  interface Named {
    readonly runtime?: {
      sendMessage?(id: string, message: object): Promise<unknown>
      connect?(id: string): object
    }
  }
  for (const name of ['chrome', 'browser']) {
    const { runtime } = (window as unknown as Record<string, Named | undefined>)[name] ?? {}
    if (runtime !== undefined) answers.push(`${name}.runtime`)
    const answer = await runtime?.sendMessage?.(id, messages[0] ?? {}).catch(() => undefined)
    if (answer !== undefined) answers.push(`${name}: ${JSON.stringify(answer)}`)
  }
  // Whoever answers messages does so by now: these come after them.
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => setTimeout(resolve)
    port2.postMessage('')
  })
  channel.close()
  return answers
}
