import { isEmpty } from '@/utils/fields/dom/empty'
import { writeCode } from '@/utils/fields/dom/write'
import type { Field } from './field'

/** What writing needs from the outside. */
export interface WriterPorts {
  /** Sends the form that these inputs are in. */
  readonly submit: (inputs: readonly HTMLInputElement[]) => void
}

/** Writes codes into a field, and knows what became of them. */
export interface Writer {
  /** Whether arrival may write: into what is empty and new, or holds what `anew` may replace. */
  isFree(inputs: readonly HTMLInputElement[], anew: boolean): boolean
  /**
   * Writes a code into `inputs`, which were found just now: a recovery code where `recovery` says so.
   * Sends it if `submit` does; `back`: where the focus goes back to. True if the field took it.
   */
  write(
    code: string,
    inputs: readonly HTMLInputElement[],
    submit: boolean,
    recovery?: boolean,
    back?: HTMLElement | null,
  ): Promise<boolean>
  /** What stands in the field now was left there by arrival. */
  leave(): void
  /** The user typed in an input: what stands there is the user's. */
  edited(input: HTMLInputElement): void
}

/** A writer that has written nothing. */
export function createWriter(field: Field, ports: WriterPorts): Writer {
  const filled = new WeakSet<HTMLInputElement>()
  /** What arrival left in a field, until the user types there. */
  const left = new WeakMap<HTMLInputElement, string>()
  let writing = false
  let submitted = false

  const write = async (
    code: string,
    inputs: readonly HTMLInputElement[],
    submit: boolean,
    recovery?: boolean,
    back?: HTMLElement | null,
  ): Promise<boolean> => {
    for (const input of inputs) {
      filled.add(input)
      left.delete(input)
    }
    writing = true
    const took = await writeCode(() => field.find(recovery), code, inputs, back).finally(() => {
      writing = false
    })
    if (took && submit && !submitted) {
      submitted = true
      ports.submit(field.find() ?? [])
    }
    return took
  }
  return {
    isFree: (inputs, anew) =>
      inputs.every((input) => isEmpty(input) && !filled.has(input)) ||
      (anew && inputs.every((input) => left.get(input) === input.value)),
    write,
    leave() {
      for (const input of field.find() ?? []) if (!isEmpty(input)) left.set(input, input.value)
    },
    edited(input) {
      // The browser types for us where a page wants it so: while we write, it is not the user.
      if (!writing) left.delete(input)
    },
  }
}
