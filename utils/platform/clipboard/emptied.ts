/** From the document without a window to whoever opened it: whether the clipboard is empty. */
const channelName = 'clipboard.emptied'
/** A document that says nothing for so many milliseconds has failed. */
const patienceMs = 3_000

/** Says whether the clipboard could be emptied. */
export function tellEmptied(isEmptied: boolean): void {
  const channel = new BroadcastChannel(channelName)
  channel.postMessage(isEmptied)
  channel.close()
}

/** What is told from now on. False if it is nothing for too long. */
export function hearEmptied(): Promise<boolean> {
  const channel = new BroadcastChannel(channelName)
  const told = new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), patienceMs)
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      clearTimeout(timer)
      resolve(data === true)
    }
  })
  return told.finally(() => channel.close())
}
