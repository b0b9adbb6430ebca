import type { FunctionComponent } from 'preact'
import type { Route } from '../route'

/** One member per screen; each is loaded with what it alone needs. */
export const screens: Record<Route, () => Promise<FunctionComponent>> = {
  welcome: async () => (await import('../welcome/StartScreen')).StartScreen,
  accounts: async () => (await import('../accounts/AccountsScreen')).AccountsScreen,
  add: async () => (await import('../add/AddScreen')).AddScreen,
  backup: async () => (await import('../backup/BackupScreen')).BackupScreen,
  sites: async () => (await import('../sites/SitesScreen')).SitesScreen,
  settings: async () => (await import('../settings/SettingsScreen')).SettingsScreen,
}
