// Asks for password and code at one address: the second form takes the first one's place.
const step = document.querySelector('#step')

async function send(form) {
  const body = new URLSearchParams(new FormData(form))
  const headers = { accept: 'application/json' }
  const response = await fetch(form.action, { method: 'POST', body, headers })
  return response.json()
}

function show(error) {
  const notice = document.createElement('p')
  notice.id = 'notice'
  notice.className = 'notice error'
  notice.setAttribute('role', 'alert')
  notice.textContent = error
  document.querySelector('#notice')?.remove()
  step.querySelector('form').before(notice)
}

step.addEventListener('submit', async (event) => {
  event.preventDefault()
  const { error, location: next } = await send(event.target)
  if (error) return show(error)
  if (!next.startsWith('/prompt')) return location.assign(next)
  step.replaceChildren(document.querySelector('#code-step').content)
  step.querySelector('input').focus()
})
