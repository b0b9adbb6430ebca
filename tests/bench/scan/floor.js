// The least that a popup does to read a code off the page: one picture, one decoder, one button.
const url = await chrome.tabs.captureVisibleTab({ format: 'png' })
const bytes = Uint8Array.from(atob(url.split(',')[1]), (letter) => letter.charCodeAt(0))
const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
const { width, height } = bitmap
const canvas = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
canvas.drawImage(bitmap, 0, 0)
const { data } = canvas.getImageData(0, 0, width, height)
const code = window.jsQR(data, width, height, { inversionAttempts: 'dontInvert' })
const button = document.body.appendChild(document.createElement('button'))
button.textContent = code.data
button.dataset.testid = 'save-account'
