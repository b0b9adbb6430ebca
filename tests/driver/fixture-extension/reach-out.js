// Run in a page on the extension's behalf: one request of every kind a content script can make.
/* global fetch, Image */

fetch(`${location.origin}/fetched-by-content`)
new Image().src = `${location.origin}/image-by-content`
