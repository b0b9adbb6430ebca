/** How long the codes are that a field takes, in characters. */
export interface Room {
  readonly least: number
  readonly most: number
}

/** Whether a code of so many characters goes into a field. */
export function isRoomFor({ least, most }: Room, length: number): boolean {
  return least <= length && length <= most
}
