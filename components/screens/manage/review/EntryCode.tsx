import { useMemo } from 'preact/hooks'
import { CodeText } from '@/components/account/CodeText'
import { createLiveCode } from '@/components/model/live-code'
import type { OtpParameters } from '@/utils/otp/parameters'
import { useServices } from '../services'

/** The live code of what was read, to hold against the phone it comes from. */
export function EntryCode({ parameters }: { readonly parameters: OtpParameters }) {
  const { clock } = useServices()
  const live = useMemo(() => createLiveCode(parameters, clock), [parameters, clock])
  return <CodeText code={live.code} />
}
