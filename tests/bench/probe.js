// Runs before anything else in the popup and in the floor: when the first code was on screen.
const channel = new MessageChannel()
channel.port1.onmessage = () => {
  window.firstCodeMs = performance.now()
}

const look = () => {
  const code = document.querySelector('[data-testid=code]')
  if (code && /\d/.test(code.textContent)) channel.port2.postMessage('painted')
  else requestAnimationFrame(look)
}
requestAnimationFrame(look)
