import type { AppSteps } from './steps'

/**
 * The web interface of Homebridge 5.10: an Angular page that never navigates. The QR code is an
 * SVG in a modal dialog, purple on white; the prompt takes the place of the password form.
 */
export const homebridge: AppSteps = {
  setupField: '.setup2fa input',
  promptField: '#form-ota',

  async logIn(page, app) {
    await page.goto(`${app.url}/login`)
    await page.fill('#form-username', app.user)
    await page.fill('#form-pass', app.password)
    await page.press('Enter')
    await page.waitFor(
      () => !location.pathname.startsWith('/login') || document.querySelector('#form-ota'),
    )
  },

  async openSetup(page, app) {
    await page.goto(`${app.url}/users`)
    await page.click('app-users .card .btn-primary')
    await page.waitFor('.setup2fa app-qrcode svg')
  },

  async confirmSetup(page) {
    await page.click('.setup2fa .modal-footer .btn-primary')
    await page.waitFor(() => document.querySelector('.setup2fa') === null)
  },

  async logOut(page, app) {
    await page.evaluate(() => localStorage.clear())
    await page.goto(`${app.url}/login`)
    await page.waitFor('#form-username')
  },

  async sendCode(page) {
    await page.click('#submit-button')
    await page.waitFor(() => !location.pathname.startsWith('/login'))
  },
}
