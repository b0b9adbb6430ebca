import type { Room } from './types'

/** Whether a code of so many characters goes into a field. */
export function isRoomFor({ least, most }: Room, length: number): boolean {
  return least <= length && length <= most
}
