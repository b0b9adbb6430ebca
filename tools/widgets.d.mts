export const widgetsPage: string
export const widgetNames: readonly string[]
export function ensureWidgets(): Promise<boolean>
