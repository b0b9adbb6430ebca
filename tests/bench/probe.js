// Runs before anything else in the popup and in the floors: when the first code was on screen, and
// when an account was ready to be saved.
const shown = {
  firstCodeMs: () => /\d/.test(document.querySelector('[data-testid=code]')?.textContent),
  readyMs: () => document.querySelector('[data-testid=save-account]') !== null,
}

for (const [name, isShown] of Object.entries(shown)) {
  const channel = new MessageChannel()
  channel.port1.onmessage = () => {
    window[name] = performance.now()
  }
  const look = () => {
    if (isShown()) channel.port2.postMessage('painted')
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
