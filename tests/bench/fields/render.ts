import type { InputFacts, PageFacts, Wrap } from './page'

/** Late content is inserted this long after the page has loaded. */
export const lateMs = 350

const quoted = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

const copied = [
  ...['name', 'id', 'class', 'autocomplete', 'inputmode', 'maxlength', 'minlength', 'pattern'],
  ...['placeholder', 'title', 'min', 'max', 'alt', 'value', 'required', 'autofocus', 'readonly'],
  'disabled',
]

function attributesOf(input: InputFacts): string {
  const given: [string, unknown][] = copied.map((name) => [name, input[name]])
  if (input.tag === 'input') given.push(['type', input['type']], ['size', input['size']])
  given.push(['aria-label', input['aria_label']])
  for (const [name, value] of Object.entries(input.data ?? {})) given.push([`data-${name}`, value])
  const width = input.width ?? (input.group === undefined ? '' : '40px')
  const style = `${width && `width:${width};`}${input.hidden ? 'display:none' : ''}`
  if (style !== '') given.push(['style', style])
  return given
    .filter(([, value]) => value !== undefined && value !== null && value !== false)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${quoted(String(value))}"`))
    .join('')
}

function control(input: InputFacts): string {
  const attributes = attributesOf(input)
  if (input.tag === 'input') return `<input${attributes}>`
  const within = input.tag === 'select' ? '<option></option>' : ''
  return `<${input.tag}${attributes}>${within}</${input.tag}>`
}

function labelled(input: InputFacts): string {
  const inner = control(input)
  if (input['type'] === 'hidden') return inner
  const hidden = input.hidden ? ' style="display:none"' : ''
  const isTick = input['type'] === 'checkbox' || input['type'] === 'radio'
  const order = (text: string) => (isTick ? `${inner} ${text}` : `${text} ${inner}`)
  const { label_text: label, adjacent_text: beside } = input
  if (label !== undefined) {
    const text = quoted(label)
    return input.label_wraps || !input['id']
      ? `<div${hidden}><label>${order(text)}</label></div>`
      : `<div${hidden}>${order(`<label for="${quoted(String(input['id']))}">${text}</label>`)}</div>`
  }
  const text = beside === undefined ? '' : `<span>${quoted(beside)}</span> `
  return `<div${hidden}>${text}${inner}</div>`
}

const host = (html: string, mode: string) =>
  `<x-host data-mode="${mode}"><template>${html}</template></x-host>`

/** Gives every host its shadow root: open, or closed as the page says. */
const boot = `<script>
window.__up = (root) => {
  for (const host of root.querySelectorAll('x-host[data-mode]')) {
    const template = host.firstElementChild
    const mode = host.dataset.mode
    delete host.dataset.mode
    template.remove()
    const shadow = host.attachShadow({ mode })
    shadow.append(template.content.cloneNode(true))
    window.__up(shadow)
  }
}
window.__up(document)
</script>`

const style =
  '<style>body{font:15px sans-serif;margin:24px;max-width:640px}input,select,textarea{font:inherit;padding:4px;margin:4px 0}input:not([type=checkbox]):not([type=radio]){min-height:24px}button{font:inherit;padding:4px 10px;margin:6px 0}p{margin:6px 0}</style>'

function fieldOf(run: readonly InputFacts[]): string {
  const [first] = run
  if (first === undefined) return ''
  const boxes = `<div>${run.map(control).join('')}</div>`
  if (first.in_iframe) {
    const inner = `<!doctype html><body>${labelled(first)}${first.in_shadow_dom ? boot : ''}`
    return `<iframe width="420" height="120" srcdoc="${quoted(inner)}"></iframe>`
  }
  if (first.in_shadow_dom) {
    return host(run.length > 1 ? boxes : labelled(first), first.in_shadow_dom)
  }
  const above = first.label_text === undefined ? '' : `<p>${quoted(first.label_text)}</p>`
  return first.group === undefined ? labelled(first) : above + boxes
}

/** The neighbours in the layout from `at` on that are boxes of one split field, or one input. */
function runAt(page: PageFacts, at: number): readonly InputFacts[] {
  const run: InputFacts[] = []
  for (const [kind, index] of page.layout.slice(at)) {
    const input = kind === 'i' ? page.inputs[index] : undefined
    if (input === undefined) break
    if (run[0] !== undefined && (run[0].group === undefined || run[0].group !== input.group)) break
    run.push(input)
  }
  return run
}

function contentOf(page: PageFacts, formless: boolean): string {
  let html = ''
  let inForm = false
  const text = (texts: readonly string[], index: number) => quoted(texts[index] ?? '')
  for (let at = 0; at < page.layout.length; at++) {
    const [kind, index] = page.layout[at] ?? ['', 0]
    if (kind === 'i') {
      const run = runAt(page, at)
      html += fieldOf(run)
      at += run.length - 1
    }
    if (kind === 'form' && !formless) {
      const { action } = page.forms[index] ?? {}
      html += `${inForm ? '</form>' : ''}<form method="post" action="${quoted(action ?? '')}">`
      inForm = true
    }
    if (kind === 'h') html += `<h2>${text(page.headings, index)}</h2>`
    if (kind === 'x') html += `<p>${text(page.visible_text, index)}</p>`
    if (kind === 'l') html += `<p><a href="#">${text(page.links, index)}</a></p>`
    if (kind === 'b') {
      html += `<button type="${inForm ? 'submit' : 'button'}">${text(page.buttons, index)}</button>`
    }
    html += '\n'
  }
  return html + (inForm ? '</form>' : '')
}

/** A described page as HTML. `nodes` more elements stand below it; `frame` is xframe's address. */
export function render(page: PageFacts, wrap: Wrap, nodes: number, frame: string): string {
  let body = contentOf(page, wrap === 'formless')
  if (wrap === 'shadow') body = host(body, 'open')
  if (wrap === 'closed') body = host(body, 'closed')
  const head = `<!doctype html><html lang="${quoted(page.lang)}"><head><meta charset="utf-8">`
  const top = `${head}<title>${quoted(page.title ?? '')}</title>${style}</head><body>`
  const end = '<ul><li><span>row</span></ul>'.repeat(Math.ceil(nodes / 3))
  const framed = (source: string) => `${top}<iframe width="700" height="900" ${source}></iframe>`
  if (wrap === 'iframe') {
    return framed(`srcdoc="${quoted(`${head}${style}</head><body>${body}${boot}${end}`)}"`)
  }
  if (wrap === 'xframe') return framed(`src="${frame}"`)
  if (!page.late_insert && wrap !== 'late') return `${top}${body}${boot}${end}`
  const late = JSON.stringify(body).replace(/</g, '\\u003c')
  return `${top}<div></div>${boot}<script>setTimeout(() => {
const place = document.querySelector('div')
place.innerHTML = ${late}
window.__up(document)
place.querySelector('[autofocus]')?.focus()
}, ${lateMs})</script>${end}`
}
