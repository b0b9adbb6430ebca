/** A decoder of Google's migration texts that shares nothing with what is tested. */
export function readMigration(uri: string) {
  const data = new URL(uri).searchParams.get('data') ?? ''
  const fields = readFields(Buffer.from(data, 'base64'))
  const numberOf = (id: number) => Number(fields.find(([field]) => field === id)?.[1])
  return {
    entries: fields.filter(([field]) => field === 1).map(([, value]) => readEntry(value as Buffer)),
    version: numberOf(2),
    size: numberOf(3),
    index: numberOf(4),
    batchId: numberOf(5),
  }
}

function readEntry(bytes: Buffer) {
  const fields = new Map(readFields(bytes))
  return {
    secret: (fields.get(1) as Buffer).toString('hex'),
    name: (fields.get(2) as Buffer).toString('utf8'),
    issuer: (fields.get(3) as Buffer).toString('utf8'),
    algorithm: Number(fields.get(4)),
    digits: Number(fields.get(5)),
    type: Number(fields.get(6)),
    counter: fields.get(7) as bigint | undefined,
  }
}

function readFields(bytes: Buffer): [number, bigint | Buffer][] {
  const fields: [number, bigint | Buffer][] = []
  let at = 0
  const varint = () => {
    let value = 0n
    for (let shift = 0n; ; shift += 7n) {
      const byte = BigInt(bytes[at] ?? 0)
      at += 1
      value |= (byte & 127n) << shift
      if (byte < 128n) return value
    }
  }
  while (at < bytes.length) {
    const key = Number(varint())
    if (key % 8 === 0) fields.push([key >> 3, varint()])
    else {
      const length = Number(varint())
      fields.push([key >> 3, bytes.subarray(at, at + length)])
      at += length
    }
  }
  return fields
}
