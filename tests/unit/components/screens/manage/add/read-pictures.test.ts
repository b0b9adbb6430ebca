import { describe, expect, test } from 'vitest'
import { maxPictureSizeBytes, readPictures } from '@/components/screens/manage/add/read-pictures'
import { AppError } from '@/utils/errors/app-error'

const good = 'otpauth://totp/Example:ada?secret=JBSWY3DPEHPK3PXP&issuer=Example'
const file = (name: string) => new File([name], name)
const showing = (payloads: Record<string, readonly string[] | AppError>) => async (blob: Blob) => {
  const found = payloads[(blob as File).name] ?? []
  if (found instanceof AppError) throw found
  return found
}

describe('pictures', () => {
  test('give every account in them', async () => {
    const decode = showing({ 'a.png': [good, good.replace('ada', 'bob')], 'b.png': [good] })
    const { entries, problems } = await readPictures([file('a.png'), file('b.png')], decode)
    expect(entries.map(({ label }) => label)).toEqual(['ada', 'bob', 'ada'])
    expect(problems).toEqual([])
  })

  test.each([
    ['without a code', [], 'image-unreadable'],
    ['with a web link', ['https://example.org'], 'qr-other'],
    ['with a script link', ['javascript:alert(1)'], 'qr-other'],
    ['with a broken one', ['otpauth://totp/x?secret=1'], 'secret-character'],
    ['that take too long', new AppError('scan-too-slow'), 'scan-too-slow'],
  ])('%s are told by their file name and do not stop the others', async (_, payloads, code) => {
    const decode = showing({ 'bad.png': payloads, 'good.png': [good] })
    const { entries, problems } = await readPictures([file('bad.png'), file('good.png')], decode)
    expect(problems).toMatchObject([{ position: 1, title: 'bad.png', code }])
    expect(entries).toHaveLength(1)
  })

  test('that are larger than any photo are not read', async () => {
    const huge = Object.defineProperty(file('huge.png'), 'size', { value: maxPictureSizeBytes + 1 })
    const decode = showing({ 'huge.png': [good], 'good.png': [good] })
    const { entries, problems } = await readPictures([huge, file('good.png')], decode)
    expect(problems).toMatchObject([{ title: 'huge.png', code: 'image-too-large' }])
    expect(entries).toHaveLength(1)
  })

  test('a bad code beside a good one costs only itself', async () => {
    const decode = showing({ 'a.png': ['https://example.org', good] })
    const { entries, problems } = await readPictures([file('a.png')], decode)
    expect([entries.length, problems.length]).toEqual([1, 1])
  })
})
