/** A browser's part in talking to the demo site: keeps the cookie, names itself the sender. */
export type Visitor = {
  readonly get: (path: string) => Promise<Reply>
  readonly post: (path: string, form?: Record<string, string>) => Promise<Reply>
}

/** What came back; redirects are not followed. */
export type Reply = {
  readonly status: number
  readonly location: string | null
  readonly headers: Headers
  readonly body: string
}

/** A visitor without a session. */
export function newVisitor(url: string): Visitor {
  let cookie = ''
  const ask = async (path: string, init: RequestInit): Promise<Reply> => {
    const headers = { cookie, origin: url }
    const response = await fetch(url + path, { ...init, headers, redirect: 'manual' })
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    const { status, headers: answered } = response
    return {
      status,
      location: answered.get('location'),
      headers: answered,
      body: await response.text(),
    }
  }
  return {
    get: (path) => ask(path, {}),
    post: (path, form = {}) => ask(path, { method: 'POST', body: new URLSearchParams(form) }),
  }
}
