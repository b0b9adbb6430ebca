/* global chrome */

const byId = (id) => document.getElementById(id)
const say = (text) => {
  byId('out').textContent = text
}

byId('press').addEventListener('click', ({ isTrusted }) => {
  say(`pressed, trusted ${isTrusted}, activation ${navigator.userActivation.isActive}`)
})

byId('name').addEventListener('keydown', ({ key, isTrusted }) => {
  if (key === 'Enter') say(`entered ${byId('name').value}, trusted ${isTrusted}`)
})

byId('file').addEventListener('change', async () => {
  say(`read ${await byId('file').files[0].text()}`)
})

byId('save').addEventListener('click', () => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob(['saved contents']))
  link.download = 'saved.txt'
  link.click()
})

byId('leave').addEventListener('click', () => window.close())

byId('ask').addEventListener('click', () => {
  chrome.permissions.request({ origins: ['http://127.0.0.1/*'] })
})

window.complain = () => console.error('the page complains')

window.look = async () => {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true })
  const [{ result }] = await chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: () => document.title,
  })
  const picture = await chrome.tabs.captureVisibleTab({ format: 'png' })
  return { url: tab.url, title: result, picture: picture.slice(0, 22) }
}

window.captureSize = async () => {
  const image = new Image()
  image.src = await chrome.tabs.captureVisibleTab({ format: 'png' })
  await image.decode()
  return [image.width, image.height]
}
