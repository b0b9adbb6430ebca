/*
 * What the toolbar button has over its icon for a tab, where the popup goes by it.
 */

/** A prompt was refused there. */
export const refusedText = '×'

/** What was chosen in a menu of the page waits in the popup. */
export const waitingText = '+'
