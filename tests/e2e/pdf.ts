import { encode } from '@/utils/qr/encode'

const module = 5
const [left, top] = [120, 640]

/** A page (PDF 1.4, A4) with this text as a QR code, drawn of rectangles. */
export function pdfOf(text: string): Uint8Array {
  const squares = (encode(text) ?? []).flatMap((row, y) =>
    row.map((isDark, x) =>
      isDark ? `${left + x * module} ${top - y * module} ${module} ${module} re` : '',
    ),
  )
  const drawing = `${squares.filter((square) => square !== '').join('\n')}\nf`
  return Buffer.from(
    withTable([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>',
      `<</Length ${drawing.length}>>\nstream\n${drawing}\nendstream`,
    ]),
  )
}

/** The objects, and where each of them begins. */
function withTable(objects: readonly string[]): string {
  let file = '%PDF-1.4\n'
  const begins = objects.map((object, index) => {
    const begin = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(begin).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${begins.join('')}`
  return `${file}${table}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`
}
