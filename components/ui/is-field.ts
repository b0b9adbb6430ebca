/** Whether what an event goes to is a field that text is typed or pasted into. */
export function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}
