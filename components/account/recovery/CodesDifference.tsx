import { useId } from 'preact/hooks'
import { t } from '@/components/i18n'
import type { CodesDifference as Difference } from '@/components/model/new-codes'
import { Radio } from '@/components/ui/Radio'
import { DifferenceFrame } from '../DifferenceFrame'

/** Whether new codes come behind those that an account has, or in their place. */
export type How = 'add' | 'replace'

interface CodesDifferenceProps {
  readonly difference: Difference
  readonly how: How
  readonly onHow: (how: How) => void
}

/** What an account has already beside what is to be kept, and what becomes of it. */
export function CodesDifference({ difference, how, onHow }: CodesDifferenceProps) {
  const name = useId()
  const { fresh, same, older, olderLeft } = difference
  const choice = (value: How, words: string) => (
    <Radio
      label={words}
      name={name}
      checked={how === value}
      data-testid={`recovery-${value}`}
      onChoose={() => onHow(value)}
    />
  )
  return (
    <DifferenceFrame
      title={t('recovery_difference', older, olderLeft)}
      testId="recovery-difference"
    >
      {same > 0 && <span>{t('recovery_difference_same', fresh, same)}</span>}
      {choice('replace', t('recovery_replace'))}
      {choice('add', t('recovery_add'))}
    </DifferenceFrame>
  )
}
