import { beforeAll } from 'vitest'

// Unit tests share their processes, and with them the document that those before left: each file
// begins with an empty one.
beforeAll(() => {
  if (typeof document === 'undefined') return
  document.head.replaceChildren()
  document.body.replaceChildren()
})
