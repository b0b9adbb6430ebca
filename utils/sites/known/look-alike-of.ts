import { type LookAlike, resembles } from '@/utils/sites/look-alike'
import { isService } from './is-service'
import { sharesLogin } from './shares-login'

/** `resembles`, without the alarms that what is known of sites shows to be false. */
export function lookAlikeOf(host: string, boundHosts: readonly string[]): LookAlike | null {
  return isService(host) ? null : resembles(host, boundHosts, sharesLogin)
}
