/** A page of a site with an account, bound and granted: it must get no code all the same. */
export interface Trap {
  /** Reads on from "no code goes to a field ...". */
  readonly what: string
  /** What stands in the body, by the origins of this trap. */
  readonly body: (origins: TrapOrigins) => string
  readonly headers?: Readonly<Record<string, string>>
  /** Whose page it is: the site's own, unless told. */
  readonly of?: 'site' | 'foreign'
  /** What the user may be told who asks for the code here; that there is no field, unless told. */
  readonly answers?: readonly string[]
}

/** Every trap has hosts of its own. Each of them also serves `/prompt`, and `/nest?of=` a frame. */
export interface TrapOrigins {
  /** The account is bound to this one. */
  readonly site: string
  /** Granted, and bound to nothing. */
  readonly foreign: string
}

/** A code field that nothing speaks against. */
export const field = '<input id="code" name="otp" autocomplete="one-time-code">'

/** What a page shows that gets a code on arrival. */
export const prompt = `<h1>Two-factor</h1><label>Code ${field}</label>`

/** A trap that is all in its own body. */
export function still(what: string, body: string): Trap {
  return { what, body: () => body }
}

/** Has a page tell what is written into its fields, each event by an id of its own. */
export const hearing = ({ site }: TrapOrigins) => `<script>
  addEventListener('input', (event) => {
    const { value } = event.composedPath()[0]
    const got = new URLSearchParams({ value, id: crypto.getRandomValues(new Uint32Array(2)) })
    new Image().src = '${site}/got?' + got
  }, true)
</script>`
