/** What stands on the toolbar button where a prompt was refused: by this the popup knows, too. */
export const refusedText = '×'
