import { act, render } from '@testing-library/preact'
import { ManageApp } from '@/components/screens/manage/ManageApp'
import { type ManageServices, ServicesProvider } from '@/components/screens/manage/services'
import { nowMs } from './fake-services'

/** The manage page at its address, over a vault that this password has opened. */
export async function showManage(services: ManageServices, password: string): Promise<void> {
  await services.vault.unlock(password, nowMs)
  render(
    <ServicesProvider value={services}>
      <ManageApp />
    </ServicesProvider>,
  )
  await act(() => services.model.open())
}
