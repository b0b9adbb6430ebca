/** Overwrites `arrays` with zeros in place. Copies made elsewhere stay. */
export function wipe(...arrays: readonly Uint8Array[]): void {
  for (const bytes of arrays) bytes.fill(0)
}
