// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { emptyForm } from '@/components/account/form-values'
import { SitesField } from '@/components/account/SitesField'
import type { Site } from '@/utils/vault/document'

afterEach(cleanup)

const good: Site = { origin: 'https://example.org', match: 'origin', fill: 'arrival' }

test.each(['', 'nonsense', 'http://example.com'])(
  'the site %j, where no code goes, is shown as text and can be taken away',
  (origin) => {
    const set = vi.fn()
    const values = { ...emptyForm, sites: [{ ...good, origin }, good] }
    render(<SitesField {...{ values, set }} error={undefined} pageOrigin={null} />)
    const [line] = screen.getAllByTestId('form-site')
    expect(line?.querySelector('select')).toBeNull()
    expect(line?.textContent).toContain(origin)
    const remove = line?.querySelector('button')
    if (remove) fireEvent.click(remove)
    expect(set).toHaveBeenCalledWith({ sites: [good] })
  },
)
