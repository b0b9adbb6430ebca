import * as v from 'valibot'
import type { Site } from './document'

/** Longer than utils/fields/describe writes them. */
const text = v.pipe(v.string(), v.maxLength(200))
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const fieldDescription = v.object({
  type: text,
  name: text,
  id: text,
  autocomplete: text,
  inputMode: text,
  placeholder: text,
  label: text,
  maxLength: v.nullable(v.pipe(v.number(), v.safeInteger())),
  path: text,
  inForm: v.boolean(),
  place: count,
  among: count,
  boxes: v.pipe(count, v.minValue(1), v.maxValue(20)),
})

/** A field that was pointed out, checked. */
export type CheckedField = v.InferOutput<typeof fieldDescription>

/**
 * What a site keeps of the field that was pointed out there, or what a page says of it; null for
 * what has another shape: that of a newer version, or of nobody's making.
 */
export function parseField(field: Site['field'] | object | null): CheckedField | null {
  const parsed = v.safeParse(fieldDescription, field)
  return parsed.success ? parsed.output : null
}
