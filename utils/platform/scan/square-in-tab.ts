import { toldByPage } from '../told-by-page'

/**
 * Whether something stands in view of a tab that is as large and as square as codes are: a quick
 * guess, long before what reads the page has come, by which that can be started.
 */
export async function hasSquareInTab(tabId: number): Promise<boolean> {
  const target = { tabId }
  return (await toldByPage({ target, func: hasSquareInView }, isTrue)) ?? false
}

function isTrue(told: unknown): told is true {
  return told === true
}

// Runs in the page, where it is sent as text: it names nothing outside itself.
function hasSquareInView(): boolean {
  const drawn = [...document.querySelectorAll('img,canvas,svg,table')].slice(0, 500)
  return drawn.some((element) => {
    const { left, top, right, width, height } = element.getBoundingClientRect()
    const isSquare = Math.min(width, height) > 60 && Math.abs(width - height) < width / 8
    return isSquare && left < innerWidth && right > 0 && top < innerHeight && top > -height
  })
}
