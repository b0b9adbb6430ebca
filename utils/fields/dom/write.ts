import { isRoomFor } from '../room'
import { isEmpty } from './empty'
import { roomOf } from './room'

/** Frameworks take in a digit and move the focus within this time. */
const settleMs = 30

/** The code field as it is now: pages replace their elements while one writes. Null: gone. */
export type FindBoxes = () => readonly HTMLInputElement[] | null

/**
 * Writes a code as if typed: into one input, or digit by digit into the boxes of a split one.
 * `boxes`: those that were found just now. Reads back, and types once more the slow way where the
 * page did not keep it. True if the field holds the code, or took it whole and went on (a page may
 * send a complete code by itself). `back`: where the focus goes back to, at once if it can.
 */
export async function writeCode(
  find: FindBoxes,
  code: string,
  boxes = find(),
  back: HTMLElement | null = null,
): Promise<boolean> {
  const [first, second] = boxes ?? []
  if (boxes === null || first === undefined || !isRoomFor(roomOf(boxes), code.length)) return false
  const took = await (second ? writeSplit(find, code) : writeWhole(first, code, back))
  back?.focus()
  return took
}

async function writeWhole(
  input: HTMLInputElement,
  code: string,
  back: HTMLElement | null,
): Promise<boolean> {
  // Whoever is typing elsewhere must not lose a key to us.
  if (back) select(input)
  else await takeOver(input)
  put(input, code)
  back?.focus()
  const kept = holds(input, code)
  await settle()
  if (holds(input, code)) return true
  // Kept at first, then emptied or taken away: the page has sent it. Typing again would repeat it.
  if (kept && (!input.isConnected || isEmpty(input))) return true
  await takeOver(input)
  for (const char of code) {
    const before = input.value
    if (tellKey(input, 'keydown', char) || input.value === before) typeOn(input, char)
    await settle()
  }
  return holds(input, code)
}

// Masks look now and then where the cursor is.
async function takeOver(input: HTMLInputElement): Promise<void> {
  select(input)
  if (input.value) await settle()
}

// What is typed takes the place of what is selected.
function select(input: HTMLInputElement): void {
  input.focus()
  input.select()
}

async function writeSplit(find: FindBoxes, code: string): Promise<boolean> {
  for (const enter of [put, type]) {
    await clear(find, code.length)
    if (await enterDigits(find, code, enter)) return true
    if (find()?.length !== code.length) return false
  }
  return false
}

/**
 * Half an old code and half a new one is nothing to send. From the last box to the first, as a
 * person deletes: some widgets move up what stands behind a digit that was deleted.
 */
async function clear(find: FindBoxes, count: number): Promise<void> {
  for (let index = count - 1; index >= 0; index -= 1) {
    const box = find()?.[index]
    if (!box?.value) continue
    put(box, '')
    await settle()
  }
}

/** Enters a digit into each box. True if the boxes hold the code, or took it and went on. */
async function enterDigits(
  find: FindBoxes,
  code: string,
  enter: (box: HTMLInputElement, digit: string) => void,
): Promise<boolean> {
  const at = (index: number) => find()?.[index]
  let stood = false
  for (const [index, digit] of [...code].entries()) {
    const box = at(index)
    if (box === undefined) return false
    // Some widgets hand the digits on to the next boxes themselves; others put a digit in when they
    // hear its key, and let nothing else in.
    if (box.value !== digit && !tellKey(box, 'keydown', digit)) await settle()
    const now = at(index)
    if (now && !isTaken(now.value, digit)) enter(now, digit)
    await settle()
    stood ||= isTaken(at(index)?.value ?? '', digit)
  }
  const now = find() ?? []
  // Empty or gone after a digit stood: the page has sent them. If none ever stood, it refuses.
  return now.every(isEmpty) ? stood : isTaken(now.map((box) => box.value).join(''), code)
}

// Pages group what is typed: "123 456" holds 123456, and may take "ab-12" for "AB12". Number fields
// may drop leading zeros.
function holds({ type, value }: HTMLInputElement, code: string): boolean {
  const bare = (text: string) => text.replace(/[^\da-z]/gi, '').toLowerCase() || text
  return isTaken(bare(value), bare(code)) || (type === 'number' && +value === +code)
}

// Some pages keep what was typed to themselves and show dots.
function isTaken(text: string, code: string): boolean {
  return text === code || (text.length === code.length && /^[•●*]+$/.test(text))
}

const nativeValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')

/** Sets a value past the page's own setter, and tells the page by every event it may hear. */
function put(input: HTMLInputElement, value: string): void {
  input.focus()
  nativeValue?.set?.call(input, value)
  const inputType = value ? 'insertText' : 'deleteContentBackward'
  const how = { bubbles: true, composed: true, inputType, data: value || null }
  input.dispatchEvent(new InputEvent('input', how))
  input.dispatchEvent(new Event('change', { bubbles: true }))
  tellKey(input, 'keyup', value.slice(-1))
}

/** False where the page does not let a key through: it wants nothing, or does it by itself. */
function tellKey(input: HTMLInputElement, type: string, key: string): boolean {
  // Pages that tell keys apart do it by the old number, which digits and capitals share with theirs.
  const keyCode = key.charCodeAt(0)
  const how = { bubbles: true, cancelable: true, composed: true, key, keyCode }
  return input.dispatchEvent(new KeyboardEvent(type, how))
}

function hasFocus(input: HTMLInputElement): boolean {
  const root = input.getRootNode() as Document | ShadowRoot
  return root.activeElement === input
}

/** The browser's own typing. It goes where the focus is: never into another field. */
function typeOn(input: HTMLInputElement, char: string): void {
  if (!hasFocus(input)) return
  document.execCommand('insertText', false, char)
  tellKey(input, 'keyup', char)
}

function type(box: HTMLInputElement, digit: string): void {
  select(box)
  typeOn(box, digit)
}

function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, settleMs))
}
