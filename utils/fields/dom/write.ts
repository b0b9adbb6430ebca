/** Frameworks take in a digit and move the focus within this time. */
const settleMs = 30

/** The code field as it is now: pages replace their elements while one writes. Null: gone. */
export type FindBoxes = () => readonly HTMLInputElement[] | null

/**
 * Writes a code as if typed: into one input, or digit by digit into the boxes of a split one.
 * Reads back, and types once more the slow way where the page did not keep it. True if the field
 * holds the code, or took it whole and went on (a page may send a complete code by itself).
 */
export async function writeCode(find: FindBoxes, code: string): Promise<boolean> {
  const boxes = find()
  const [first] = boxes ?? []
  if (boxes === null || first === undefined) return false
  if (boxes.length === 1) return writeWhole(first, code)
  return boxes.length === code.length && writeSplit(find, code)
}

async function writeWhole(input: HTMLInputElement, code: string): Promise<boolean> {
  if (input.maxLength >= 0 && input.maxLength < code.length) return false
  put(input, code)
  const kept = holds(input, code)
  await settle()
  if (holds(input, code)) return true
  // Kept at first, then emptied or taken away: the page has sent it. Typing again would repeat it.
  if (kept && (!input.isConnected || input.value === '')) return true
  input.focus()
  input.select()
  for (const char of code) {
    typeOn(input.ownerDocument, char)
    await settle()
  }
  return holds(input, code)
}

async function writeSplit(find: FindBoxes, code: string): Promise<boolean> {
  // Half an old code and half a new one is nothing to send.
  for (const box of find() ?? []) if (box.value !== '') put(box, '')
  if (await enterDigits(find, code, put)) return true
  if (find()?.length !== code.length) return false
  for (const box of find() ?? []) put(box, '')
  return enterDigits(find, code, type)
}

/** Enters a digit into each box. True if the boxes hold the code, or took it and went on. */
async function enterDigits(
  find: FindBoxes,
  code: string,
  enter: (box: HTMLInputElement, digit: string) => void,
): Promise<boolean> {
  let stood = false
  for (const [index, digit] of [...code].entries()) {
    const box = find()?.[index]
    if (box === undefined) return false
    // Some widgets hand the digits on to the next boxes themselves.
    if (box.value !== digit) enter(box, digit)
    await settle()
    stood ||= find()?.[index]?.value === digit
  }
  const boxes = find() ?? []
  // Empty or gone after a digit stood: the page has sent them. If none ever stood, it refuses.
  return boxes.every((box) => box.value === '') ? stood : holdDigits(boxes, code)
}

function holdDigits(boxes: readonly HTMLInputElement[], code: string): boolean {
  return boxes.map((box) => box.value).join('') === code
}

// Pages group what is typed: "123 456" holds 123456.
function holds(input: HTMLInputElement, code: string): boolean {
  return input.value.replace(/[\s-]/g, '') === code
}

const nativeValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')

/** Sets a value past the page's own setter, and tells the page by every event it may hear. */
function put(input: HTMLInputElement, value: string): void {
  input.focus()
  nativeValue?.set?.call(input, value)
  const said = { bubbles: true, composed: true }
  input.dispatchEvent(new InputEvent('input', { ...said, inputType: 'insertText', data: value }))
  input.dispatchEvent(new Event('change', { bubbles: true }))
  input.dispatchEvent(new KeyboardEvent('keyup', { ...said, key: value.slice(-1) }))
}

// The browser's own typing, into whatever has the focus.
function typeOn(document: Document, char: string): void {
  document.execCommand('insertText', false, char)
}

function type(box: HTMLInputElement, digit: string): void {
  box.focus()
  typeOn(box.ownerDocument, digit)
}

function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, settleMs))
}
