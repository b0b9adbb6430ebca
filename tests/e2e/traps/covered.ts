import { field, still, type Trap } from './trap'

const place = 'position:absolute;inset:0'
const inside = (cover: string, style = '') =>
  `${style}<div class="room" style="position:relative;width:300px;padding:9px">${field}${cover}</div>`
const after = (style: string) =>
  inside('', `<style>.room::after{content:'';background:#fff;${place};${style}}</style>`)
const opened = '<script>document.querySelector("#cover").showPopover()</script>'
const popover = (style: string) =>
  `${field}<div id="cover" popover style="inset:0;width:100%;height:100%;margin:0;border:0;padding:0;background:#fff;${style}">Wait</div>${opened}`

/** Fields that something lies over. */
export const coveredTraps: readonly Trap[] = [
  still(
    'under a cover of the whole page',
    `${field}<div style="position:fixed;inset:0;background:#fff"></div>`,
  ),
  still('under a cover just of its size', inside(`<div style="${place};background:#fff"></div>`)),
  still(
    'in a shadow root, under a cover of the page that lets clicks through',
    `<div><template shadowrootmode="open">${field}</template></div>
      <div style="position:fixed;inset:0;background:#fff;pointer-events:none"></div>`,
  ),
  still('under what a pseudo element draws', after('')),
  still(
    'under a canvas',
    inside(`<canvas style="${place};width:100%;height:100%;background:#fff"></canvas>`),
  ),
  still(
    'under a picture',
    inside(
      `<img alt="" style="${place};width:100%;height:100%" src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><rect width='999' height='999'/></svg>">`,
    ),
  ),
  still(
    'under a frame',
    inside(
      `<iframe srcdoc="<body>News" style="${place};width:100%;height:100%;background:#fff"></iframe>`,
    ),
  ),
  still(
    'under a cover in a closed shadow root',
    inside(
      `<x-a style="${place}"><template shadowrootmode="closed"><div style="${place};background:#fff"></div></template></x-a>`,
    ),
  ),
  still(
    'behind its own ground',
    `<div style="position:relative;z-index:0"><div style="position:absolute;z-index:-1">${field}</div><div style="background:#fff;height:80px">Log in</div></div>`,
  ),
  still('behind a dialog', `${field}<dialog id="d">Wait</dialog><script>d.showModal()</script>`),
  still(
    'behind the solid ground of a dialog',
    `<style>dialog::backdrop{background:#000}</style>${field}<dialog id="d">Wait</dialog><script>d.showModal()</script>`,
  ),
  still('under a popover', popover('')),
  still(
    'under a cover of the whole page that lets clicks through',
    `${field}<div style="position:fixed;inset:0;background:#fff;pointer-events:none"></div>`,
  ),
  still(
    'under a cover of its size that lets clicks through',
    inside(
      `<div style="${place};background:linear-gradient(#fff,#eee);pointer-events:none"></div>`,
    ),
  ),
  still(
    'under what blackens all behind it and lets clicks through',
    `${field}<div style="position:fixed;inset:0;backdrop-filter:brightness(0);pointer-events:none"></div>`,
  ),
  still('under what a pseudo element draws that lets clicks through', after('pointer-events:none')),
  still('under a popover that lets clicks through', popover('pointer-events:none')),
]
