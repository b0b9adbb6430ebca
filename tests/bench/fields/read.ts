import { readFileSync } from 'node:fs'
import type { InputFacts, PageFacts } from './page'

/**
 * The described pages of a file: a JSON array, or our own lines (explained at the head of
 * tests/fixtures/pages/wild.txt).
 */
export function readPages(file: string): readonly PageFacts[] {
  const text = readFileSync(file, 'utf8')
  if (file.endsWith('.json')) return JSON.parse(text) as PageFacts[]
  return text.split(/^== /m).slice(1).map(pageOf)
}

function pageOf(text: string): PageFacts {
  const [head = '', ...lines] = text.split('\n').filter((line) => line !== '')
  const [facts = '', title = ''] = head.split(' | ')
  const [id = '', page_kind = '', lang = '', url_path = ''] = facts.split(' ')
  const page = {
    ...{ id, app: id.replace(/-\d+$/, ''), page_kind, lang, url_path, title },
    forms: [] as object[],
    layout: [] as [string, number][],
    headings: [] as string[],
    visible_text: [] as string[],
    buttons: [] as string[],
    links: [] as string[],
    inputs: [] as InputFacts[],
  }
  const texts = { h: page.headings, x: page.visible_text, b: page.buttons, l: page.links }
  for (const line of lines) {
    const [kind = '', rest = ''] = splitAt(line, ' ')
    if (kind === 'form') page.layout.push(['form', page.forms.push({}) - 1])
    else if (kind in texts) page.layout.push([kind, texts[kind as 'h'].push(rest) - 1])
    else {
      for (const input of inputsOf(kind, rest)) {
        page.layout.push(['i', page.inputs.push(input) - 1])
      }
    }
  }
  return page
}

/** How our lines call the texts beside an input. */
const longNames: Readonly<Record<string, string>> = {
  label: 'label_text',
  beside: 'adjacent_text',
  aria: 'aria_label',
}

function inputsOf(kind: string, text: string): readonly InputFacts[] {
  const [type = 'text', ...given] = text.split('; ')
  const facts = given.map((fact): [string, unknown] => {
    const [name = '', value] = splitAt(fact, '=')
    return [longNames[name] ?? name, value ?? true]
  })
  const count = Number(kind.slice(1) || 1)
  const input: InputFacts = {
    ...{ tag: 'input', type, is_otp: kind.startsWith('*') },
    ...(count > 1 ? { group: 'boxes' } : {}),
    ...Object.fromEntries(facts),
  }
  return Array.from({ length: count }, () => input)
}

function splitAt(text: string, mark: string): readonly [string, string | undefined] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + mark.length)]
}
