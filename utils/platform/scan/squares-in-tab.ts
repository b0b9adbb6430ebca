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
  const squares: Box[] = []
  for (const element of [...document.querySelectorAll('img,canvas,svg,table')].slice(0, 500)) {
    const { left, top, right, width, height } = element.getBoundingClientRect()
    const isSquare = Math.min(width, height) > 60 && Math.abs(width - height) < width / 8
    if (isSquare && left < innerWidth && right > 0 && top < innerHeight && top > -height)
      squares.push([left / innerWidth, top / innerHeight, width / innerWidth, height / innerHeight])
  }
  return squares.slice(0, 4)
}
