import { t } from '@/components/i18n'
import { PasswordField } from '@/components/ui/PasswordField'
import { StrengthMeter } from './StrengthMeter'
import type { NewPassword } from './use-new-password'
import { WordSuggestion } from './WordSuggestion'

/** Choosing a password: typed twice, its strength shown live, four random words on offer. */
export function NewPasswordFields({ chosen }: { readonly chosen: NewPassword }) {
  return (
    <>
      <PasswordField
        label={t('manage_new_password')}
        data-testid="new-password"
        autocomplete="new-password"
        value={chosen.password}
        error={chosen.passwordError}
        hint={
          <StrengthMeter strength={chosen.strength} brief={chosen.passwordError !== undefined} />
        }
        onValue={chosen.setPassword}
      />
      <WordSuggestion onUse={chosen.setPassword} />
      <PasswordField
        label={t('manage_repeat_password')}
        data-testid="repeat-password"
        autocomplete="new-password"
        value={chosen.repeat}
        error={chosen.repeatError}
        onValue={chosen.setRepeat}
      />
    </>
  )
}
