/**
 * What our scripts keep in a document, they keep under the symbol of this name. Browsers put an
 * element's id and name into the global scope, that of our isolated world too: `<a id="filler">`
 * would be found under any string.
 */
export const worldName = 'sixpence'
