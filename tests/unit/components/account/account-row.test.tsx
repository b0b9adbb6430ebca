// @vitest-environment happy-dom
import { signal } from '@preact/signals'
import { cleanup, render, screen } from '@testing-library/preact'
import { afterEach, describe, expect, test } from 'vitest'
import { AccountRow } from '@/components/account/AccountRow'
import { codeAt } from '@/utils/otp/code'
import type { OtpParameters, TotpParameters } from '@/utils/otp/parameters'
import { anAccount } from '../model/fake-vault'

afterEach(cleanup)

const nowMs = 1_700_000_000_000
const totp = (secretBase32: string): TotpParameters => ({
  type: 'totp',
  secretBase32,
  algorithm: 'SHA1',
  digits: 6,
  period: 30,
})

function row(parameters: OtpParameters, issuer: string) {
  const services = {
    clock: signal(nowMs),
    copy: async () => 30,
    takeCounter: async () => parameters,
  }
  return <AccountRow account={anAccount({ parameters, issuer })} services={services} />
}

describe('the row of an account that was edited', () => {
  test('shows and says the code of the new secret at once, not with the next step', () => {
    const [before, after] = [totp('JBSWY3DPEHPK3PXP'), totp('GEZDGNBVGY3TQOJQ')]
    const { rerender } = render(row(before, 'Bank'))
    expect(screen.getByTestId('code').textContent).toBe(codeAt(before, nowMs))
    rerender(row(after, 'Bank'))
    expect(screen.getByTestId('code').textContent).toBe(codeAt(after, nowMs))
    const spoken = [...codeAt(after, nowMs)].join(' ')
    expect(screen.getByRole('button').getAttribute('aria-label')).toContain(spoken)
  })

  test('is read aloud by its new name', () => {
    const { rerender } = render(row(totp('JBSWY3DPEHPK3PXP'), 'Bank'))
    rerender(row(totp('JBSWY3DPEHPK3PXP'), 'Post'))
    expect(screen.getByRole('button').getAttribute('aria-label')).toContain('Post')
  })
})
