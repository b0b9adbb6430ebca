// Puts the field in after a while, as pages do that ask their server first.
const place = document.querySelector('#late')

setTimeout(() => {
  place.replaceWith(place.querySelector('template').content)
}, Number(place.dataset.afterMs))
