// Runs inside Firefox, sent after firefox-privileged.js: keeps what the extension does wrong.

/* global Cc, Ci, Cu, Services, WebExtensionPolicy */

const driver = Cu.getGlobalForObject(Services).extensionDriver
const log = { requests: [], errors: [], count: 0 }
const childName = 'extension-driver:error'

// Console calls stay in the process of the extension's pages; this one carries them over.
const inEveryProcess = (name) => {
  const storage = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage)
  const hear = (event) => {
    const { level, filename, arguments: values } = event.wrappedJSObject ?? event
    if (level !== 'error') return
    Services.cpmm.sendAsyncMessage(name, { filename, text: [...values].map(String).join(' ') })
  }
  storage.addLogEventListener(hear, Services.scriptSecurityManager.getSystemPrincipal())
}

driver.startLog = (id) => {
  const origin = WebExtensionPolicy.getByID(id).getURL('').replace(/\/$/, '')

  Services.console.registerListener({
    observe(message) {
      if (!(message instanceof Ci.nsIScriptError)) return
      const isWarning = message.flags & Ci.nsIScriptError.warningFlag
      if (!isWarning && message.sourceName?.startsWith(origin)) {
        log.errors.push(message.errorMessage)
      }
    },
  })

  Services.ppmm.addMessageListener(childName, ({ data }) => {
    if (data.filename?.startsWith(origin)) log.errors.push(data.text)
  })
  const source = `(${inEveryProcess})(${JSON.stringify(childName)})`
  Services.ppmm.loadProcessScript(`data:,${encodeURIComponent(source)}`, true)

  Services.obs.addObserver((subject) => {
    const channel = subject.QueryInterface(Ci.nsIHttpChannel)
    const sender = channel.loadInfo.triggeringPrincipal
    log.count += 1
    // Content scripts ask in the name of the page and of the extension at once.
    const isOurs = [sender?.addonPolicy?.id, sender?.contentScriptAddonPolicy?.id].includes(id)
    if (isOurs) log.requests.push(channel.URI.spec)
  }, 'http-on-modify-request')
  return origin
}

driver.readLog = () => log
