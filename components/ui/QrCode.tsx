import styles from './QrCode.module.css'

interface QrCodeProps {
  /** Row by row, true where it is dark, with the quiet zone. */
  readonly modules: readonly (readonly boolean[])[]
  /** What it is, for those who do not see it. */
  readonly label: string
}

/** About how wide it is drawn, in CSS pixels. */
const usualPx = 250
/** Smaller modules are hard to read for a camera. */
const leastModulePx = 3

/** A QR code as a drawing, dark on white whatever the colour scheme: readers expect that. */
export function QrCode({ modules, label }: QrCodeProps) {
  const size = modules.length
  // Whole pixels for each module: all are of one size then.
  const width = size * Math.max(leastModulePx, Math.floor(usualPx / size))
  return (
    <svg
      class={styles.code}
      width={width}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      data-testid="qr-code"
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="white" />
      <path d={modules.map(rowPath).join('')} fill="black" />
    </svg>
  )
}

/** The dark modules of a row, each a square. */
function rowPath(row: readonly boolean[], y: number): string {
  return row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')).join('')
}
