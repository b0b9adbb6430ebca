// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { writeCode } from '@/utils/fields/dom/write'

const inputs = () => [...document.querySelectorAll('input')]
const only = () => inputs()[0] as HTMLInputElement

function page(html: string): void {
  document.body.innerHTML = html
}

function heardBy(input: HTMLInputElement, types: readonly string[]): string[] {
  const heard: string[] = []
  for (const type of types) input.addEventListener(type, () => heard.push(`${type}:${input.value}`))
  return heard
}

// happy-dom cannot type by itself; real browsers can.
const type = (_command: string, _ui?: boolean, text = '') => {
  const active = document.activeElement
  if (active instanceof HTMLInputElement) active.value += text
  return true
}
const typed = vi.fn(type)

beforeEach(() => {
  page('')
  typed.mockReset().mockImplementation(type)
  document.execCommand = typed
})

describe('writeCode: one input', () => {
  it('writes, and tells the page by every event it may hear, in the order of typing', async () => {
    page('<input>')
    const heard = heardBy(only(), ['focus', 'input', 'change', 'keyup'])
    expect(await writeCode(inputs, '012345')).toBe(true)
    expect(only().value).toBe('012345')
    expect(heard).toEqual(['focus:', 'input:012345', 'change:012345', 'keyup:012345'])
    expect(typed).not.toHaveBeenCalled()
  })

  it.each(['input', 'keydown'])(
    'types nothing into a field that takes the focus at %s',
    async (at) => {
      page('<input><input>')
      const [field, other] = inputs()
      typed.mockImplementation((...typing) => {
        type(...typing)
        return document.activeElement?.dispatchEvent(new Event('input', { bubbles: true })) ?? false
      })
      field?.addEventListener('input', () => {
        field.value = ''
      })
      field?.addEventListener(at, () => other?.focus())
      expect(await writeCode(() => inputs().slice(0, 1), '012345')).toBe(false)
      expect(other?.value).toBe('')
    },
  )

  it('writes past a setter the page put over the value', async () => {
    page('<input>')
    Object.defineProperty(only(), 'value', {
      configurable: true,
      set: () => {},
      get: () => '012345',
    })
    await writeCode(inputs, '012345')
    Reflect.deleteProperty(only(), 'value')
    expect(only().value).toBe('012345')
  })

  it('keeps a leading zero in a number field', async () => {
    page('<input type="number">')
    expect(await writeCode(inputs, '012345')).toBe(true)
    expect(only().value).toBe('012345')
  })

  it('takes a code whose dashes the page drops, or that it writes in capitals, for written', async () => {
    page('<input>')
    only().addEventListener('input', () => {
      only().value = only().value.replace('-', '').toUpperCase()
    })
    expect(await writeCode(inputs, 'ab12-cd34')).toBe(true)
    expect(only().value).toBe('AB12CD34')
    expect(typed).not.toHaveBeenCalled()
  })

  it('takes a code that the page groups for written', async () => {
    page('<input>')
    only().addEventListener('input', () => {
      only().value = '012 345'
    })
    expect(await writeCode(inputs, '012345')).toBe(true)
    expect(typed).not.toHaveBeenCalled()
  })

  it('writes nothing into a field too short for the code', async () => {
    page('<input maxlength="4">')
    expect(await writeCode(inputs, '012345')).toBe(false)
    expect(only().value).toBe('')
  })

  it('types once more where the page undid the first try', async () => {
    page('<input>')
    only().addEventListener(
      'input',
      () => {
        only().value = ''
      },
      { once: true },
    )
    expect(await writeCode(inputs, '012345')).toBe(true)
    expect(typed).toHaveBeenCalledTimes(6)
  })

  it('does not repeat a code the page took: emptied after it was kept', async () => {
    page('<input>')
    only().addEventListener('keyup', () => setTimeout(() => (only().value = ''), 5))
    expect(await writeCode(inputs, '012345')).toBe(true)
    expect(typed).not.toHaveBeenCalled()
  })

  it('does not repeat a code when the field is taken away', async () => {
    page('<input>')
    const input = only()
    input.addEventListener('change', () => setTimeout(() => page('<p>Welcome</p>'), 5))
    expect(await writeCode(() => [input], '012345')).toBe(true)
    expect(typed).not.toHaveBeenCalled()
  })

  it('says so when there is no field', async () => {
    expect(await writeCode(() => null, '012345')).toBe(false)
    expect(await writeCode(() => [], '012345')).toBe(false)
  })
})

describe('writeCode: while somebody types elsewhere', () => {
  const elsewhere = () => document.querySelector('textarea') as HTMLTextAreaElement

  it.each(['', '999999'])(
    'has the focus back there before anybody can type, over %j',
    async (old) => {
      page(`<textarea></textarea><input value="${old}">`)
      elsewhere().focus()
      const writing = writeCode(inputs, '012345', inputs(), elsewhere())
      expect(document.activeElement).toBe(elsewhere())
      expect(only().value).toBe('012345')
      expect(await writing).toBe(true)
      expect(document.activeElement).toBe(elsewhere())
    },
  )

  it.each([
    ['boxes', '<input maxlength="1">'.repeat(6)],
    [
      'a field that takes only what is typed',
      '<input oninput="if (event.data?.length > 1) this.value = \'\'">',
    ],
  ])('gives it back after %s', async (_, body) => {
    page(`<textarea></textarea>${body}`)
    elsewhere().focus()
    await writeCode(inputs, '012345', inputs(), elsewhere())
    expect(document.activeElement).toBe(elsewhere())
  })
})

describe('writeCode: one input that is strict', () => {
  it('selects what is there before it writes over it: masks look where the cursor was', async () => {
    page('<input value="999 999">')
    const selected = vi.fn(() => [only().selectionStart, only().selectionEnd])
    only().addEventListener('input', () => selected(), { capture: true })
    const whole = vi.spyOn(only(), 'select')
    expect(await writeCode(inputs, '012345')).toBe(true)
    expect(whole).toHaveBeenCalledBefore(selected)
  })

  it('presses each key where the page takes keys alone', async () => {
    page('<input>')
    let kept = ''
    only().addEventListener('input', () => (only().value = kept))
    only().addEventListener('keydown', (event) => {
      event.preventDefault()
      kept += event.keyCode === event.key.charCodeAt(0) ? event.key : ''
      only().value = kept
    })
    expect(await writeCode(inputs, '012345')).toBe(true)
    expect(typed).not.toHaveBeenCalled()
  })

  it.each(['012 345', '012-345', '012345__', '••••••', '******'])(
    'takes %s for written',
    async (shown) => {
      page('<input>')
      only().addEventListener('input', () => (only().value = shown))
      expect(await writeCode(inputs, '012345')).toBe(true)
      expect(typed).not.toHaveBeenCalled()
    },
  )

  it('takes a number without its leading zero for written, in a number field only', async () => {
    for (const [kind, kept] of [
      ['number', true],
      ['text', false],
    ] as const) {
      page(`<input type="${kind}">`)
      typed.mockReturnValue(false)
      only().addEventListener('input', () => (only().value = '12345'))
      expect(await writeCode(inputs, '012345')).toBe(kept)
    }
  })

  it.each(['', '•••', '999999'])('does not take %j for written', async (shown) => {
    page('<input>')
    typed.mockReturnValue(false)
    only().addEventListener('input', () => (only().value = shown))
    expect(await writeCode(inputs, '012345')).toBe(false)
  })
})

describe('writeCode: boxes', () => {
  const six = '<input maxlength="1">'.repeat(6)
  const values = () =>
    inputs()
      .map((box) => box.value)
      .join('')

  it('writes one digit into each box', async () => {
    page(six)
    expect(await writeCode(inputs, '012345')).toBe(true)
    expect(values()).toBe('012345')
  })

  it('reads the boxes anew for each digit: pages replace them', async () => {
    page(`<form>${six}</form>`)
    const form = document.querySelector('form') as HTMLFormElement
    form.addEventListener('change', () => {
      const now = inputs().map((box) => `<input maxlength="1" value="${box.value}">`)
      form.innerHTML = now.join('')
    })
    expect(await writeCode(inputs, '012345')).toBe(true)
    expect(values()).toBe('012345')
  })

  it('leaves alone what the page handed on itself', async () => {
    page(six)
    const [first] = inputs()
    first?.addEventListener('change', () => {
      for (const [index, box] of inputs().entries()) box.value = '012345'.charAt(index)
    })
    const heard = heardBy(inputs()[3] as HTMLInputElement, ['input'])
    expect(await writeCode(inputs, '012345')).toBe(true)
    expect(heard).toEqual([])
  })

  it('writes nothing where boxes and digits are not equally many', async () => {
    page(six)
    expect(await writeCode(inputs, '0123456')).toBe(false)
    expect(values()).toBe('')
  })

  it('empties boxes from the last to the first: widgets move up what stands behind', async () => {
    page(six)
    const emptied: number[] = []
    for (const [index, box] of inputs().entries()) {
      box.value = '9'
      box.addEventListener('input', ({ inputType }: Event & { inputType?: string }) => {
        if (inputType === 'deleteContentBackward') emptied.push(index)
      })
    }
    expect(await writeCode(inputs, '012345')).toBe(true)
    expect(emptied).toEqual([5, 4, 3, 2, 1, 0])
    expect(values()).toBe('012345')
  })

  it('presses the key of each digit, and leaves it at that where the page puts it in', async () => {
    page(six)
    const byInput = vi.fn()
    for (const box of inputs()) {
      box.addEventListener('input', byInput)
      box.addEventListener('keydown', (event) => {
        event.preventDefault()
        box.value = event.key
      })
    }
    expect(await writeCode(inputs, '012345')).toBe(true)
    expect(values()).toBe('012345')
    expect(byInput).not.toHaveBeenCalled()
  })

  it('takes boxes that show dots for filled', async () => {
    page(six)
    for (const box of inputs()) box.addEventListener('input', () => (box.value = '•'))
    expect(await writeCode(inputs, '012345')).toBe(true)
    expect(typed).not.toHaveBeenCalled()
  })

  it('types once more where a box lost its digit', async () => {
    page(six)
    const spoil = () => {
      const [, second] = inputs()
      if (second) second.value = ''
    }
    inputs()[4]?.addEventListener('input', spoil, { once: true })
    expect(await writeCode(inputs, '012345')).toBe(true)
    expect(values()).toBe('012345')
  })

  it('types once more where the boxes refused every digit, and does not call that sent', async () => {
    page(six)
    for (const box of inputs()) box.addEventListener('input', () => (box.value = ''))
    expect(await writeCode(inputs, '012345')).toBe(true)
    expect(typed).toHaveBeenCalledTimes(6)
    expect(values()).toBe('012345')
  })

  it('says when boxes refuse even what is typed', async () => {
    page(six)
    for (const box of inputs()) box.addEventListener('input', () => (box.value = ''))
    typed.mockReturnValue(false)
    expect(await writeCode(inputs, '012345')).toBe(false)
  })

  it('does not take boxes that refused every digit and then went away for sent', async () => {
    page(six)
    for (const box of inputs()) box.addEventListener('input', () => (box.value = ''))
    inputs()[5]?.addEventListener('change', () => page('<p>Something else</p>'))
    expect(await writeCode(() => (inputs().length > 0 ? inputs() : null), '012345')).toBe(false)
  })

  it('does not repeat a code that the page took and emptied', async () => {
    page(six)
    inputs()[5]?.addEventListener('change', () => {
      for (const box of inputs()) box.value = ''
    })
    expect(await writeCode(inputs, '012345')).toBe(true)
    expect(typed).not.toHaveBeenCalled()
  })

  it('stops where the boxes went away midway', async () => {
    page(six)
    inputs()[2]?.addEventListener('change', () => page(''))
    expect(await writeCode(() => (inputs().length > 0 ? inputs() : null), '012345')).toBe(false)
  })

  it('takes boxes that went away after the last digit for sent', async () => {
    page(six)
    inputs()[5]?.addEventListener('change', () => page('<p>Welcome</p>'))
    expect(await writeCode(() => (inputs().length > 0 ? inputs() : null), '012345')).toBe(true)
  })
})
