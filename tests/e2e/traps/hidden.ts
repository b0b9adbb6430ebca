import { field, still, type Trap } from './trap'

const styled = (style: string) => field.replace('<input', `<input style="${style}"`)
const within = (style: string, inner = field) => `<div style="${style}">${inner}</div>`

/** Fields that nobody sees where they stand. */
export const hiddenTraps: readonly Trap[] = [
  still('of type hidden', field.replace('<input', '<input type="hidden"')),
  still('that is not displayed', within('display:none')),
  still('under the attribute hidden', `<div hidden>${field}</div>`),
  still('with visibility hidden', within('visibility:hidden')),
  still('with visibility collapse', within('visibility:collapse')),
  still('of 0 x 0', styled('width:0;height:0;padding:0;border:0')),
  still('of 1 x 1', styled('width:1px;height:1px;padding:0;border:0')),
  still('of opacity 0', styled('opacity:0')),
  still('of opacity .6', styled('opacity:.6')),
  still('in something of opacity 0', within('opacity:0')),
  still('faint in something faint', within('opacity:.8', within('opacity:.8'))),
  still(
    'that an animation keeps at opacity 0',
    `<style>@keyframes gone{from,to{opacity:0}}</style>${within('animation:gone 1s infinite')}`,
  ),
  still('faint by a filter', within('filter:opacity(10%)')),
  still('black by a filter', within('filter:brightness(0)')),
  still('white by a filter', within('filter:brightness(100)')),
  still('grey by a filter', within('filter:brightness(100%) contrast(0)')),
  still(
    'emptied by a filter of the page’s own',
    `<svg width="0" height="0"><filter id="f"><feFlood flood-opacity="0" /></filter></svg>${within('filter:url(#f)')}`,
  ),
  still('masked', within('mask:linear-gradient(transparent,transparent)')),
  still('masked itself', styled('mask-image:linear-gradient(transparent,transparent)')),
  still('cut away by clip', within('position:absolute;clip:rect(0 0 0 0)')),
  still('cut away by an inset clip-path', within('clip-path:inset(50%)')),
  still('cut away by a circle', within('clip-path:circle(0)')),
  still('cut away by a polygon', within('clip-path:polygon(0 0,0 0,0 0)')),
  still('scaled to nothing', within('transform:scale(0)')),
  still('scaled to a hundredth', within('transform:scale(.01)')),
  still('zoomed to a hundredth', within('zoom:.01')),
  still('turned on its edge', within('transform:rotateY(90deg)')),
  still('moved off by a transform', within('transform:translateX(-9999px)')),
  still('left of the page', styled('position:absolute;left:-9999px')),
  still('above the page', styled('position:absolute;top:-999px')),
  still('fixed outside of the view', styled('position:fixed;top:5000px')),
  still('indented off the page', within('text-indent:-9999px')),
  still('cut off by a flat box', within('overflow:hidden;height:0')),
  still('cut off by a thin box that scrolls', within('overflow:scroll;height:4px')),
  still(
    'left of a box that scrolls',
    within('overflow:auto;height:100px', within('margin-left:-900px')),
  ),
  still(
    'below a page that does not scroll',
    `<style>html{overflow:hidden}</style>${within('margin-top:5000px')}`,
  ),
  still('in closed details', `<details><summary>More</summary>${field}</details>`),
  still('in content that is skipped', within('content-visibility:hidden')),
  still('that is inert', `<div inert>${field}</div>`),
  still('in a disabled set', `<fieldset disabled>${field}</fieldset>`),
  still('that is read only', field.replace('<input', '<input readonly')),
  still(
    'in a transparent host of a shadow root',
    `<x-a style="display:block;opacity:0"><template shadowrootmode="open">${field}</template></x-a>`,
  ),
  still(
    'transparent in a closed shadow root',
    `<x-a><template shadowrootmode="closed">${styled('opacity:0')}</template></x-a>`,
  ),
  still(
    'in a shadow root without a slot',
    `<x-a>${field}<template shadowrootmode="open">Log in</template></x-a>`,
  ),
  still(
    'in a slot that is not displayed',
    `<x-a>${field}<template shadowrootmode="open"><p style="display:none"><slot></slot></p></template></x-a>`,
  ),
  // A form has its fields for properties, by names that the page chooses.
  still(
    'faint around a form that names a parent of its own',
    `${within('opacity:.05', `<form id="f">${field}</form>`)}<input form="f" name="parentElement">`,
  ),
  still(
    'faint around a form that names a slot of its own',
    `${within('opacity:.05', `<form id="f">${field}</form>`)}<input form="f" name="assignedSlot">`,
  ),
  still(
    'six transparent boxes',
    within(
      'opacity:0',
      '<input maxlength="1" inputmode="numeric" autocomplete="one-time-code" style="width:40px">'.repeat(
        6,
      ),
    ),
  ),
]
