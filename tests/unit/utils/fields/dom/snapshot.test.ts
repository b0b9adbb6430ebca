// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { snapshot } from '@/utils/fields/dom/snapshot'
import type { FieldSnapshot } from '@/utils/fields/types'

const seen = () => true

function factsOf(html: string): FieldSnapshot {
  document.body.innerHTML = html
  const [field] = snapshot(document, [], seen).page.fields
  if (field === undefined) throw new Error('no input')
  return field
}

beforeEach(() => {
  document.title = 'Sign in'
  document.body.innerHTML = ''
})

describe('snapshot', () => {
  it('reads the facts of an input, and never its value', () => {
    const field = factsOf(
      '<input name="n" id="i" autocomplete=" One-Time-Code " inputmode="numeric" maxlength="6"' +
        ' pattern="[0-9]*" placeholder="123456" value="987654">',
    )
    expect(field).toMatchObject({
      type: 'text',
      name: 'n',
      id: 'i',
      autocomplete: 'one-time-code',
      inputMode: 'numeric',
      maxLength: 6,
      pattern: '[0-9]*',
      placeholder: '123456',
      disabled: false,
      readOnly: false,
      visible: true,
    })
    expect(JSON.stringify(field)).not.toContain('987654')
  })

  it('has a title that is text, where an image of the page is called so', () => {
    const image = document.createElement('img') as unknown as string
    vi.spyOn(document, 'title', 'get').mockReturnValueOnce(image)
    expect(typeof snapshot(document, [], seen).page.title).toBe('string')
  })

  it.each([
    ['<input>', { maxLength: null, disabled: false, readOnly: false }],
    ['<input readonly>', { readOnly: true }],
    ['<input disabled>', { disabled: true }],
    ['<input type="made-up">', { type: 'text' }],
  ])('reads %s', (html, facts) => {
    expect(factsOf(html)).toMatchObject(facts)
  })

  it.each([
    ['a label around it', '<label>Your code <input></label>'],
    ['a label by id', '<label for="c">Your code</label><p></p><input id="c">'],
    ['aria-label', '<input aria-label="Your code">'],
    ['aria-labelledby', '<b id="t">Your code</b><i></i><input aria-labelledby="t">'],
    ['title', '<input title="Your code">'],
    ['text before it', '<p>Your code <input></p>'],
    ['text in the element before it', '<span>Your code</span><input>'],
    ['text in the cell before it', '<table><tr><td>Your code</td><td><input></td></tr></table>'],
  ])('takes %s for its label', (_, html) => {
    expect(factsOf(html).label).toContain('Your code')
  })

  it('does not take a paragraph for a label', () => {
    expect(factsOf(`<p>${'Long text. '.repeat(20)}</p><input>`).label).toBe('')
  })

  it('takes the prose around a field, without links, buttons and what is hidden', () => {
    const { context } = factsOf(
      '<h2>Two-factor</h2><p>From your app</p><form><input><button>Resend</button>' +
        '<a href="#">Use a recovery code</a><script>sms</script></form>',
    )
    expect(context).toContain('Two-factor')
    expect(context).toContain('From your app')
    expect(context).not.toMatch(/Resend|recovery|sms/)
  })

  it('reads into open shadow roots, elements and facts in the same order', () => {
    document.body.innerHTML = '<input name="outside"><x-host></x-host>'
    const root = document.querySelector('x-host')?.attachShadow({ mode: 'open' })
    if (root === undefined) throw new Error('no root')
    root.innerHTML = '<input name="inside">'
    const { page, elements } = snapshot(document, [root], seen)
    expect(page.fields.map((field) => field.name)).toEqual(['outside', 'inside'])
    expect(elements.map((element) => element.name)).toEqual(['outside', 'inside'])
  })
})
