import { t } from '@/components/i18n'
import { NewPasswordFields } from '@/components/screens/manage/password/NewPasswordFields'
import { useNewPassword } from '@/components/screens/manage/password/use-new-password'
import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { Notice } from '@/components/ui/Notice'
import { useWork } from '@/components/ui/use-work'
import { goTo } from '../route'
import { useServices } from '../services'
import styles from './CreateVault.module.css'

/** The form that makes the vault. */
export function CreateVault() {
  const { model } = useServices()
  const chosen = useNewPassword()
  const work = useWork()
  const create = async (event: Event) => {
    event.preventDefault()
    if (!(await chosen.check())) return
    // Before, not after: the address must be right when the vault opens.
    goTo('accounts', { replace: true })
    const created = await work.run(() => model.create(chosen.password))
    if (!created) goTo('welcome', { replace: true })
  }
  return (
    <Card title={t('manage_create_title')} text={t('manage_create_text')}>
      <form class={styles.form} onSubmit={create}>
        <NewPasswordFields chosen={chosen} />
        <Notice tone="warning" title={t('manage_no_reset_title')}>
          {t('manage_no_reset_text')}
        </Notice>
        {work.error && <Notice tone="error">{work.error}</Notice>}
        <Button variant="primary" type="submit" wide busy={work.busy} data-testid="create-vault">
          {t('manage_create')}
        </Button>
      </form>
    </Card>
  )
}
