/** Whether nothing was typed into a field: it is empty, or shows a mask from the start: "___ ___". */
export function isEmpty({ value }: HTMLInputElement): boolean {
  return /^[\s_#–—-]*$/.test(value)
}
