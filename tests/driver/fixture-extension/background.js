/* global chrome */

chrome.permissions.onAdded.addListener(({ origins }) => {
  chrome.storage.local.set({ added: origins })
})

chrome.runtime.onMessage.addListener((message, _sender, reply) => {
  if (message === 'count') {
    chrome.storage.session.get({ count: 0 }).then(({ count }) => {
      chrome.storage.session.set({ count: count + 1 })
      reply(count + 1)
    })
    return true
  }
  if (message === 'complain') console.error('the background complains')
  if (message === 'throw') setTimeout(() => nothingOfThisName(), 0)
  if (message.fetch) fetch(message.fetch).catch(() => undefined)
  return false
})
