import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Box } from '@/utils/qr/picture'

/** A picture of a corpus and the truth about it. */
export interface Sample {
  readonly id: string
  /** The kind of page. */
  readonly cat: string
  /** Absolute path of the picture. */
  readonly file: string
  /** What is to be read. */
  readonly expect: readonly string[]
  /** What may be read: codes that are partly out of view. */
  readonly allow: readonly string[]
  /** Null where nothing is known of the page. */
  readonly cands: readonly Box[] | null
  /** Only what the codes say counts, not how it breaks into lines. */
  readonly norm: boolean
}

interface Truth {
  readonly images: readonly (Pick<Sample, 'id' | 'cat' | 'file' | 'expect'> & Partial<Sample>)[]
}

/** The samples of a folder: pictures and `truth.json` beside them. */
export function readCorpus(folder: string): readonly Sample[] {
  const { images } = JSON.parse(readFileSync(path.join(folder, 'truth.json'), 'utf8')) as Truth
  return images.map((image) => ({
    ...{ allow: [], cands: null, norm: false },
    ...image,
    file: path.resolve(folder, image.file),
  }))
}
