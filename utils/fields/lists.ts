/*
 * The lists of utils/fields/words as bits, in the order in which they stand there.
 */

export const code = 1 << 0
export const noun = 1 << 1
export const qualifier = 1 << 2
export const authenticator = 1 << 3
export const sentName = 1 << 4
export const sent = 1 << 5
export const recovery = 1 << 6
export const other = 1 << 7
export const ownWord = 1 << 8
export const password = 1 << 9
export const otherPage = 1 << 10
export const otherAction = 1 << 11
export const offerToSend = 1 << 12
export const pictured = 1 << 13
export const weak = 1 << 14
export const sending = 1 << 15

/** How many lists there are. */
export const listCount = 16
