import { AppError } from '@/utils/errors/app-error'

/** Milliseconds. A page that is busy or shows an alert() answers nobody, for as long as it likes. */
const patienceMs = 5_000

/**
 * What a page answers. Throws `page-silent` if it takes longer than `waitMs`; what it does may still
 * happen.
 */
export async function pageAnswer<T>(asked: Promise<T>, waitMs = patienceMs): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AppError('page-silent')), waitMs)
  })
  try {
    return await Promise.race([asked, silence])
  } finally {
    clearTimeout(timer)
  }
}
