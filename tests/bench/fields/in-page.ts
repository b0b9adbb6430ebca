import { factsInFrames, findField } from '@/entrypoints/fill.content/find-field'
import { reader } from '@/entrypoints/fill.content/reader'
import { createShadowRoots } from '@/utils/fields/dom/shadow-roots'

/*
 * The shipped detector as a content script, with a line to the page for measuring: the page fires
 * an event, and reads from attributes which inputs were found.
 */

function rootsOf(): readonly ShadowRoot[] {
  const roots = createShadowRoots(() => {})
  roots.search(document)
  return roots.list()
}

document.addEventListener('bench-find', () => {
  const startMs = performance.now()
  const found = findField(reader, rootsOf(), null)?.inputs
  const costMs = performance.now() - startMs
  for (const [index, input] of found?.entries() ?? []) input.dataset['benchFound'] = String(index)
  document.documentElement.dataset['benchCost'] = String(costMs)
})

document.addEventListener('bench-facts', () => {
  const { page, elements } = factsInFrames(reader, rootsOf())
  for (const [index, input] of elements.entries()) input.dataset['benchField'] = String(index)
  document.documentElement.dataset['benchFacts'] = JSON.stringify(page)
})
