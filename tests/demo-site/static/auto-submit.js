// Sends the form as soon as the code is complete.
const field = document.querySelector('#code')

field.addEventListener('input', () => {
  if (/^\d{6}$/.test(field.value)) field.form.requestSubmit()
})
