import { describe, expect, it } from 'vitest'
import { childOf, parseXml } from '@/utils/backup/read/xml'
import { codeOf } from '../../vault/error-code'

describe('xml', () => {
  it('gives elements, attributes and text with entities', () => {
    const root = parseXml(
      '<?xml version="1.0"?><!-- c --><a x="1 &amp; 2"><b/><c y=\'"\'>&lt;&#65;&#x42;<![CDATA[<&>]]></c></a>',
    )
    expect(root.name).toBe('a')
    expect(root.attributes.get('x')).toBe('1 & 2')
    expect(root.children.map(({ name }) => name)).toEqual(['b', 'c'])
    expect(childOf(root, 'c')).toMatchObject({ text: '<AB<&>' })
  })

  it.each([
    ['an element that is not closed', '<a><b></a>'],
    ['one that was never opened', '<a></a></b>'],
    ['nothing', ''],
    ['a document type, and the entities in it', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
    ['nesting without end', '<a>'.repeat(10_000)],
    ['a piece of one', '<a><b'],
  ])('with %s is damaged', async (_, text) => {
    expect(await codeOf(() => parseXml(text))).toBe('file-damaged')
  })

  it('leaves entities alone that are not of the standard', () => {
    expect(parseXml('<a>&nbsp;&constructor;</a>').text).toBe('&nbsp;&constructor;')
  })
})
