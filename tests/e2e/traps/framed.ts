import { hearing, prompt, type Trap, type TrapOrigins } from './trap'

const frame = (attributes: string, style = 'width:600px;height:300px') =>
  `<iframe ${attributes} style="${style}"></iframe>`
const nest = (of: string) => `/nest?of=${encodeURIComponent(of)}`
/** What a page that is not reached by an address shows, and as an attribute's value. */
const inline = (origins: TrapOrigins) => hearing(origins) + prompt
const quoted = (origins: TrapOrigins) => inline(origins).replaceAll('"', '&quot;')
/** ... and within a script. */
const literal = (origins: TrapOrigins) =>
  JSON.stringify(inline(origins)).replaceAll('</script', '<\\/script')
const elsewhere = ['no-field', 'other-frame', 'other-site', 'page-off-limits']

/** Fields in documents that are not the site's page in front. */
export const framedTraps: readonly Trap[] = [
  {
    what: 'of another site in a frame',
    body: ({ foreign }) => frame(`src="${foreign}/prompt"`),
    answers: elsewhere,
  },
  {
    what: 'of the site in a frame of another site',
    body: ({ site }) => frame(`src="${site}/prompt"`),
    of: 'foreign',
    answers: elsewhere,
  },
  {
    what: 'of the site in another site’s frame in its own page',
    body: ({ site, foreign }) => frame(`src="${foreign}${nest(`${site}/prompt`)}"`),
    answers: elsewhere,
  },
  {
    what: 'of the site’s other port in a frame',
    body: ({ site }) => frame(`src="${site}:8443/prompt"`),
    answers: elsewhere,
  },
  {
    what: 'of a host below the site in a frame',
    body: ({ site }) => frame(`src="${site.replace('//', '//www.')}/prompt"`),
    answers: elsewhere,
  },
  {
    what: 'in a sandboxed frame',
    body: ({ site }) => frame(`sandbox="allow-scripts" src="${site}/prompt"`),
  },
  {
    what: 'in a frame of a data: address',
    body: (own) => frame(`src="data:text/html,${encodeURIComponent(inline(own))}"`),
  },
  {
    what: 'in a frame of a blob: address',
    body: (own) => `<iframe id="f" style="width:600px;height:300px"></iframe>
      <script>f.src = URL.createObjectURL(new Blob([${literal(own)}], { type: 'text/html' }))</script>`,
  },
  { what: 'in a frame of srcdoc', body: (own) => frame(`srcdoc="${quoted(own)}"`) },
  {
    what: 'in a blank frame that the page fills',
    body: (own) => `<iframe id="f" style="width:600px;height:300px"></iframe>
      <script>f.contentDocument.body.innerHTML = ${literal(own)}</script>`,
  },
  {
    what: 'in a transparent frame of the site',
    body: ({ site }) => frame(`src="${site}/prompt"`, 'width:600px;height:300px;opacity:0'),
  },
  {
    what: 'in a frame of the site of 1 x 1',
    body: ({ site }) => frame(`src="${site}/prompt"`, 'width:1px;height:1px;border:0'),
  },
  {
    what: 'in a frame of the site that is off the page',
    body: ({ site }) =>
      frame(`src="${site}/prompt"`, 'width:600px;height:300px;position:absolute;left:-9999px'),
  },
  {
    what: 'in a frame of the site under a cover',
    body: ({ site }) =>
      `${frame(`src="${site}/prompt"`)}<div style="position:fixed;inset:0;background:#fff"></div>`,
  },
  {
    what: 'in a frame of the site in a transparent frame of the site',
    body: ({ site }) =>
      frame(`src="${nest(`${site}/prompt`)}"`, 'width:700px;height:400px;opacity:0'),
  },
  {
    what: 'in a page that sandboxes itself',
    body: () => prompt,
    headers: { 'content-security-policy': 'sandbox allow-scripts' },
    answers: ['page-off-limits'],
  },
]
