import { AppError } from '@/utils/errors/app-error'

/**
 * What to try for a typed password: as typed, then its composed forms where they differ. Keyboards
 * and systems spell "é" in one or two characters; what was sealed is what was typed that day.
 * Throws `password-empty`.
 */
export function passwordVariants(masterPassword: string): readonly string[] {
  if (masterPassword === '') throw new AppError('password-empty')
  const forms = [masterPassword, masterPassword.normalize('NFC'), masterPassword.normalize('NFKC')]
  return [...new Set(forms)]
}
