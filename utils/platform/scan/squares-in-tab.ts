import type { Box } from '@/utils/qr/picture'
import { toldByPage } from '../told-by-page'

/**
 * Where in view of a tab something stands that is as large and as square as codes are, in shares of
 * the view: a quick guess, long before what reads the page has come, by which that can be started.
 */
export async function squaresInTab(tabId: number): Promise<readonly Box[]> {
  return (await toldByPage({ target: { tabId }, func: squaresInView }, isSquares)) ?? []
}

function isSquares(told: unknown): told is readonly Box[] {
  return Array.isArray(told)
}

// Runs in the page, where it is sent as text: it names nothing outside itself.
function squaresInView(): readonly Box[] {
  const view = visualViewport ?? { offsetLeft: 0, offsetTop: 0, scale: 1 }
  const [across, down] = [innerWidth / view.scale, innerHeight / view.scale]
  const squares: Box[] = []
  for (const element of [...document.querySelectorAll('img,canvas,svg,table')].slice(0, 500)) {
    const { x, y, width, height } = element.getBoundingClientRect()
    const [left, top] = [x - view.offsetLeft, y - view.offsetTop]
    const isSquare = Math.min(width, height) > 60 && Math.abs(width - height) < width / 8
    const isInView = left < across && left > -width && top < down && top > -height
    // What fills most of the view is read with all of it.
    if (!isSquare || !isInView || width * height > (across * down) / 2) continue
    if (element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      squares.push([left / across, top / down, width / across, height / down])
  }
  return squares.slice(0, 4)
}
