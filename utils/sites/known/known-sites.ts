// Everything that is known of sites, as one part that pages fetch: see ../known.ts.
export { appendsCode } from './appends-code'
export { hostsFor } from './hosts-for'
export { lookAlikeOf } from './look-alike-of'
export { sharesLogin } from './shares-login'
export { siteOf } from './site-of'
