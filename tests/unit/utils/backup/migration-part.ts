const field = (number: number, text: string) => [number, text.length, ...Buffer.from(text)]

/**
 * Code `index` of `size`, with the account `user0` of `Site 0` and so on, as Google Authenticator
 * writes it.
 */
export function migrationPart(index: number, size: number): string {
  const account = [
    ...field(0x0a, `secret number ${index}`),
    ...field(0x12, `user${index}`),
    ...field(0x1a, `Site ${index}`),
    ...[0x20, 1, 0x28, 1, 0x30, 2],
  ]
  const bytes = [0x0a, account.length, ...account, 0x10, 1, 0x18, size, 0x20, index, 0x28, 7]
  const data = encodeURIComponent(Buffer.from(bytes).toString('base64'))
  return `otpauth-migration://offline?data=${data}`
}
