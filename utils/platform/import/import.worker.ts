import type { ImportStep } from '@/utils/backup/format'
import { parseRecognized, recognize } from '@/utils/backup/registry'
import { AppError } from '@/utils/errors/app-error'
import type { DeriveKek } from '@/utils/vault/vault'
import type { ReadAnswer, ReadRequest } from './worker-messages'

/** Spoken to by the page that started this worker and by nobody else. */
globalThis.addEventListener('message', async ({ data }: MessageEvent<ReadRequest>) => {
  tell(await read(data))
})

function tell(answer: ReadAnswer): void {
  postMessage(answer)
}

async function read({ bytes, password }: ReadRequest): Promise<ReadAnswer> {
  try {
    const recognized = recognize(bytes)
    const onStep = (step: ImportStep) => tell({ step })
    const found = await parseRecognized(recognized, { password, deriveKek, onStep })
    return { file: { format: recognized.format.id, found } }
  } catch (error) {
    if (error instanceof AppError) return { failed: error.code, detail: error.detail }
    return { failed: 'unexpected', detail: {} }
  }
}

/** Our own files' key, by a module that is loaded for them alone. */
const deriveKek: DeriveKek = async (masterPassword, kdf) => {
  const { runArgon2id } = await import('../kdf/argon2')
  try {
    return await runArgon2id(masterPassword, kdf)
  } catch {
    throw new AppError('kdf-failed')
  }
}
