import * as v from 'valibot'
import { draftOf, formEdit, formValues } from '@/components/account/form-draft'
import type { Screen } from './popup-state'

const screen = v.variant('name', [
  v.object({ name: v.literal('home') }),
  v.object({ name: v.literal('add'), values: formValues, pasted: v.string() }),
  v.object({
    name: v.literal('review'),
    values: formValues,
    replaces: v.nullable(v.string()),
    origin: v.nullable(v.string()),
  }),
  v.object({ name: v.literal('edit'), ...formEdit.entries }),
])

/** The screen that was kept as a draft, or null for anything else. */
export const parseScreen: (value: unknown) => Screen | null = draftOf(screen)
