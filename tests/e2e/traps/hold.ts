import type { Page } from '../../driver'

/** What every question for a code passes on its way to an answer: see the background's fills. */
const lockName = 'sixpence.fills'

/**
 * Holds up the answers to pages that ask for codes, by the lock that the background writes down
 * fills under. Call `untilAsked` before the answer may go on, by `release`.
 */
export async function holdAnswers(manage: Page) {
  await manage.evaluate(async (name: string) => {
    await new Promise<void>((held) => {
      const hold = () =>
        new Promise<void>((release) => {
          Object.assign(window, { release })
          held()
        })
      void navigator.locks.request(name, hold)
    })
  }, lockName)
  const isAsked = (name: string) =>
    navigator.locks.query().then(({ pending }) => pending?.some((lock) => lock.name === name))
  return {
    untilAsked: async (poll: (ask: () => Promise<boolean>) => Promise<void>) => {
      await poll(async () => (await manage.evaluate(isAsked, lockName)) === true)
    },
    release: () => manage.evaluate(() => (window as unknown as { release(): void }).release()),
  }
}
