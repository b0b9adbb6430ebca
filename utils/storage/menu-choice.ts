/** Milliseconds. What was chosen in a menu of a page waits so long for the popup. */
export const choiceKeptMs = 10 * 60_000
