import { useRef, useState } from 'preact/hooks'
import { errorText, t } from '@/components/i18n'
import { rateStrength, type StrengthView } from './strength-view'

/** A new master password being chosen: what is typed, how strong it is, what is wrong with it. */
export interface NewPassword {
  readonly password: string
  readonly repeat: string
  /** Null while nothing is typed or the estimate is not there yet. */
  readonly strength: StrengthView | null
  readonly passwordError: string | undefined
  readonly repeatError: string | undefined
  readonly setPassword: (value: string) => void
  readonly setRepeat: (value: string) => void
  /** Whether it may be used; if not, the errors say why. */
  readonly check: () => Promise<boolean>
  readonly reset: () => void
}

/** The state behind `NewPasswordFields`. */
export function useNewPassword(): NewPassword {
  const [password, setPasswordText] = useState('')
  const [repeat, setRepeatText] = useState('')
  const [strength, setStrength] = useState<StrengthView | null>(null)
  const [passwordError, setPasswordError] = useState<string>()
  const [repeatError, setRepeatError] = useState<string>()
  const latest = useRef('')

  const setPassword = async (value: string) => {
    latest.current = value
    setPasswordText(value)
    setPasswordError(undefined)
    const rated = value === '' ? null : await rateStrength(value)
    if (latest.current === value) setStrength(rated)
  }
  const setRepeat = (value: string) => {
    setRepeatText(value)
    setRepeatError(undefined)
  }
  const check = async () => {
    const problem = await passwordProblem(password)
    const differs = password !== repeat ? t('manage_repeat_differs') : undefined
    setPasswordError(problem)
    setRepeatError(problem ? undefined : differs)
    return !problem && !differs
  }
  const reset = () => {
    void setPassword('')
    setRepeat('')
  }
  return {
    password,
    repeat,
    strength,
    passwordError,
    repeatError,
    setPassword: (value) => void setPassword(value),
    setRepeat,
    check,
    reset,
  }
}

async function passwordProblem(password: string): Promise<string | undefined> {
  if (password === '') return errorText('password-empty')
  const { isEnough, advice } = await rateStrength(password)
  return isEnough ? undefined : advice
}
