import type { AppSteps } from './steps'

const myAccount = '#LeftMenuMyAccount'

/**
 * MeshCentral 1.1: pages of tables and inline handlers under a strict policy. The set-up page is
 * a dialog whose button stays disabled until a key is released in the box; its QR code has about
 * two pixels a module and no quiet zone. The prompt comes at the log-in page's own address.
 */
export const meshcentral: AppSteps = {
  setupField: '#d2otpauthinput',
  promptField: '#tokenInput',

  async logIn(page, app) {
    await page.goto(app.url)
    await page.fill('#username', app.user)
    await page.fill('#password', app.password)
    await page.click('#loginButton')
    await page.waitFor(() => {
      const field = document.querySelector<HTMLElement>('#tokenInput')
      return document.querySelector('#LeftMenuMyAccount') || (field && field.offsetWidth > 0)
    })
  },

  async openSetup(page) {
    // The list of devices shows when the page's socket to its server is up.
    await page.waitFor('#p1')
    await page.click(myAccount)
    await page.click('#p2 a[onclick*="account_manageAuthApp"]')
    await page.waitFor('#qrcode img')
  },

  async confirmSetup(page) {
    await page.click('#idx_dlgOkButton')
    await page.waitForText('Authenticator app activation successful')
  },

  async logOut(page, app) {
    await page.goto(`${app.url}/logout`)
    await page.waitFor('#username')
  },

  async sendCode(page) {
    await page.click('#tokenOkButton')
    await page.waitFor(myAccount)
  },
}
