import type { FillsStore } from '@/entrypoints/background/fills-store'
import { type Fills, noFills } from '@/entrypoints/background/prompts'

/** Fills in memory, which tests may read and replace. */
export function memoryFills(): FillsStore & { fills: Fills } {
  return {
    fills: noFills,
    async change(_codeMs, edit) {
      const [edited, result] = edit(this.fills)
      this.fills = edited
      return result
    },
    async amend(edit) {
      this.fills = edit(this.fills)
    },
  }
}
