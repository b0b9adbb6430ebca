import { AppError } from '@/utils/errors/app-error'
import { useServices } from '../services'

/** Checks the master password of an open vault. Throws `password-empty`, `password-wrong`. */
export function useMasterPassword(): (masterPassword: string) => Promise<void> {
  const { vault } = useServices()
  return async (masterPassword) => {
    if (masterPassword === '') throw new AppError('password-empty')
    if (!(await vault.verifyPassword(masterPassword))) throw new AppError('password-wrong')
  }
}
