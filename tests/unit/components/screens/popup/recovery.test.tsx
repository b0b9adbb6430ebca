// @vitest-environment happy-dom
import { act, cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { t } from '@/components/i18n'
import { clearToasts } from '@/components/ui/toasts'
import type { Account, Site } from '@/utils/vault/document'
import { markRecoveryCode } from '@/utils/vault/recovery-codes'
import { anAccount, documentOf } from '../../model/fake-vault'
import { reading } from '../../model/reading'
import { here, nowMs } from './fake-services'
import { click, openPopup } from './open-popup'

configure({ asyncUtilTimeout: 10_000 })
beforeEach(clearToasts)
afterEach(cleanup)

const boundHere: Site = { origin: here.origin, match: 'origin', fill: 'arrival' }
const codes = ['k7mf-p2xq', 'x92a-bb7c', '4j4k-aa81']
const uri = 'otpauth://totp/Shelf:ben?secret=KRUGS4ZANFZSAYJAONSWG4TF&issuer=Shelf'
const left = (code: string) => ({ code, usedAtMs: null })
const pageText = { title: 'Shelf', text: `Your recovery codes\n${codes.join('\n')}` }
const account = (id: string, more: Partial<Account> = {}) =>
  anAccount({ id, label: id, sites: [boundHere], ...more })
const open = (accounts: readonly Account[], more: Parameters<typeof openPopup>[0] = {}) =>
  openPopup({ password: 'right', unlocked: true, document: documentOf(...accounts), ...more })
const keptOf = async (opened: Awaited<ReturnType<typeof open>>, id = 'ada') =>
  (await opened.fake.vault.read(nowMs)).accounts.find((each) => each.id === id)?.recoveryCodes

describe('recovery codes on the page in front', () => {
  it('are shown, kept with the account of the site, and can be taken back', async () => {
    const opened = await open([account('ada')], { pageText })
    const shown = await screen.findByTestId('recovery-codes')
    for (const code of codes) expect(shown.textContent).toContain(code)
    expect(await keptOf(opened)).toBeUndefined()
    click('keep-recovery')
    await waitFor(async () => expect(await keptOf(opened)).toEqual(codes.map(left)))
    await waitFor(() => expect(screen.queryByTestId('recovery-offer')).toBeNull())
    await screen.findByTestId('undo')
    click('undo')
    await waitFor(async () => expect(await keptOf(opened)).toBeUndefined())
  })

  it('are not offered again once they are kept, in whatever spelling', async () => {
    const kept = codes.map((code) => left(code.toUpperCase().replace('-', ' ')))
    await open([account('ada', { recoveryCodes: kept })], { pageText })
    await screen.findByTestId('fill-code')
    expect(screen.queryByTestId('recovery-offer')).toBeNull()
  })

  it('are offered for no account of another site', async () => {
    await open([account('ada', { sites: [] })], { pageText })
    await screen.findByTestId('account-row')
    expect(screen.queryByTestId('recovery-offer')).toBeNull()
  })

  it('wait for an account of their site, where there is none', async () => {
    await open([account('other', { sites: [] })], { pageText })
    expect((await screen.findByTestId('recovery-early')).textContent).toBe(t('recovery_early_text'))
    cleanup()
    await open([account('other', { sites: [], recoveryCodes: codes.map(left) })], { pageText })
    await screen.findByTestId('account-row')
    expect(screen.queryByTestId('recovery-early')).toBeNull()
  })

  it.each([
    ['an account', () => reading(uri)],
    ['a key as text', () => ({ ...reading(), keys: ['KRUGS4ZANFZSAYJAONSWG4TF'] })],
  ])('beside %s that is not saved are offered to no other', async (_, read) => {
    let tell = () => {}
    const scan = async () => {
      await new Promise<void>((resolve) => {
        tell = resolve
      })
      return read()
    }
    const recoveryCodes = [left('old-2222')]
    await open([account('ada', { recoveryCodes })], { pageText, site: { scan }, scans: true })
    await screen.findByTestId('fill-code')
    expect(screen.queryByTestId('recovery-offer')).toBeNull()
    tell()
    await screen.findByTestId('recovery-early')
    expect(screen.queryByTestId('recovery-offer')).toBeNull()
  })

  it.each([
    ['replace', [...codes.map(left)]],
    ['add', [{ code: 'old-1111', usedAtMs: 5 }, left('old-2222'), ...codes.map(left)]],
  ] as const)('beside older ones are a difference, and the user says: %s', async (how, result) => {
    const recoveryCodes = [{ code: 'old-1111', usedAtMs: 5 }, left('old-2222')]
    const opened = await open([account('ada', { recoveryCodes })], { pageText })
    const difference = await screen.findByTestId('recovery-difference')
    expect(difference.textContent).toContain(t('recovery_difference', 2, 1))
    click(`recovery-${how}`)
    click('keep-recovery')
    await waitFor(async () => expect(await keptOf(opened)).toEqual(result))
  })
})

test.each([
  ['a whole new set takes their place', 3, codes.map(left)],
  ['fewer stand behind them', 4, [1, 2, 3, 4].map((n) => left(`old-${n}`)).concat(codes.map(left))],
])('where the user says nothing about older codes, %s', async (_, olderCount, result) => {
  const recoveryCodes = [1, 2, 3, 4].slice(0, olderCount).map((n) => left(`old-${n}`))
  const opened = await open([account('ada', { recoveryCodes })], { pageText })
  await screen.findByTestId('recovery-difference')
  click('keep-recovery')
  await waitFor(async () => expect(await keptOf(opened)).toEqual(result))
})

test('codes of the page go to the account that was filled or set up there last, where nobody chooses', async () => {
  const chosen = { sites: [{ ...boundHere, chosenAtMs: 5 }] }
  const opened = await open([account('ada'), account('bob', chosen)], { pageText })
  await screen.findByTestId('recovery-offer')
  click('keep-recovery')
  await waitFor(async () => expect(await keptOf(opened, 'bob')).toEqual(codes.map(left)))
  expect(await keptOf(opened)).toBeUndefined()
})

describe('a text that was picked to be kept', () => {
  it('is offered for any account, and gone once it is kept or not wanted', async () => {
    const picked = { value: 'door-1234\nfrog-5678' as string | null }
    await open([account('ada', { sites: [] })], { picked })
    expect((await screen.findByTestId('recovery-offer')).textContent).toContain('frog-5678')
    click('drop-recovery')
    await waitFor(() => expect(picked.value).toBeNull())
    expect(screen.queryByTestId('recovery-offer')).toBeNull()
  })

  it('goes to the account that is chosen: that of the page stands first', async () => {
    const picked = { value: codes.join('\n') as string | null }
    const accounts = [account('bob', { sites: [] }), account('ada')]
    const opened = await open(accounts, { picked })
    const select = await screen.findByTestId<HTMLSelectElement>('recovery-account')
    expect([...select.options].map(({ value }) => value)).toEqual(['ada', 'bob'])
    select.value = 'bob'
    fireEvent.change(select)
    click('keep-recovery')
    await waitFor(async () => expect(await keptOf(opened, 'bob')).toEqual(codes.map(left)))
    expect(await keptOf(opened)).toBeUndefined()
    expect(picked.value).toBeNull()
  })

  it('drops no older codes unless the user says so: it may be from a frame of another site', async () => {
    const recoveryCodes = [left('old-2222')]
    const picked = { value: codes.join('\n') }
    const opened = await open([account('ada', { recoveryCodes })], { picked })
    await screen.findByTestId('recovery-difference')
    click('keep-recovery')
    const all = [...recoveryCodes, ...codes.map(left)]
    await waitFor(async () => expect(await keptOf(opened)).toEqual(all))
  })

  it.each(['', ' \n', 'Keep these codes in a safe place.'])(
    'that holds no codes is told, with what to do: %j',
    async (text) => {
      const picked = { value: text as string | null }
      await open([account('ada')], { picked, pageText })
      const told = await screen.findByTestId('nothing-picked')
      expect(told.textContent).toBe(t('recovery_none_picked_text'))
      expect(screen.queryByTestId('recovery-offer')).toBeNull()
      click('drop-recovery')
      await waitFor(() => expect(picked.value).toBeNull())
      expect(screen.queryByTestId('nothing-picked')).toBeNull()
    },
  )

  it('that only looks like no codes is kept line by line, if the user says so', async () => {
    const picked = { value: 'open sesame\nfriend' as string | null }
    const opened = await open([account('ada')], { picked })
    await screen.findByTestId('keep-lines')
    click('keep-lines')
    await screen.findByTestId('recovery-offer')
    click('keep-recovery')
    const lines = ['open sesame', 'friend'].map(left)
    await waitFor(async () => expect(await keptOf(opened)).toEqual(lines))
  })

  it('that was kept already is told, and with whom', async () => {
    const picked = { value: codes.join('\n') }
    await open([account('ada', { issuer: 'Shelf', recoveryCodes: codes.map(left) })], { picked })
    const told = await screen.findByTestId('kept-already')
    expect(told.textContent).toBe(t('recovery_kept_already', 'Shelf'))
  })
})

describe('a page that asks for a recovery code', () => {
  const look = { kind: 'recovery', frame: null } as const
  const recoveryCodes = codes.map(left)
  /** The popup before it is known what the page asks for; returns what tells it. */
  const openUnanswered = async () => {
    let answer = () => {}
    const later = new Promise<typeof look>((resolve) => {
      answer = () => resolve(look)
    })
    await open([account('ada', { recoveryCodes })], { look: later })
    await screen.findByTestId('fill-code')
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('fill-code')))
    return answer
  }

  it('has one filled by a click alone; it is ticked off, and can be put back', async () => {
    const opened = await open([account('ada', { recoveryCodes })], {
      look,
      recoveryFill: async ({ vault }) => {
        await vault.change(nowMs, (document) =>
          markRecoveryCode(document, 'ada', codes[0] ?? '', nowMs),
        )
        return { kind: 'filled', usedAtMs: nowMs, left: 2 }
      },
    })
    await screen.findByTestId('fill-recovery')
    expect(screen.getByTestId('page-asks').textContent).toBe(t('recovery_prompt'))
    expect(opened.log.some((line) => line.startsWith('recovery'))).toBe(false)
    click('fill-recovery')
    await screen.findByTestId('put-back')
    expect(opened.log.filter((line) => line.startsWith('recovery'))).toEqual(['recovery 7 ada'])
    await waitFor(() =>
      expect(screen.getByTestId('recovery-left').textContent).toBe(
        t('recovery_left_of', 'Example', 2, 3),
      ),
    )
    // Nothing says any more that none was filled, nor offers the next one.
    expect(screen.queryByTestId('page-asks')).toBeNull()
    expect(screen.queryByTestId('fill-recovery')).toBeNull()
    expect(screen.getByText(t('recovery_few'), { exact: false })).toBeTruthy()
    click('put-back')
    await waitFor(async () => expect(await keptOf(opened)).toEqual(recoveryCodes))
  })

  it.each([[['ada']], [['ada', 'bob']]])('has Enter fill one, of the first of %j', async (ids) => {
    await open(
      ids.map((id) => account(id, { recoveryCodes })),
      { look },
    )
    const [button] = await screen.findAllByTestId('fill-recovery')
    await screen.findAllByTestId('fill-code')
    await waitFor(() => expect(document.activeElement).toBe(button))
  })

  it('takes the focus from nothing that the user has gone to', async () => {
    const answer = await openUnanswered()
    screen.getByTestId('copy-code').focus()
    await act(async () => answer())
    await screen.findByTestId('fill-recovery')
    expect(document.activeElement).toBe(screen.getByTestId('copy-code'))
  })

  it('has a one-time code under Enter until it asked, and then one of these', async () => {
    const answer = await openUnanswered()
    await act(async () => answer())
    const button = await screen.findByTestId('fill-recovery')
    await waitFor(() => expect(document.activeElement).toBe(button))
  })

  it('leaves the focus to one-time codes where none of these is left', async () => {
    const used = codes.map((code) => ({ code, usedAtMs: 5 }))
    await open([account('ada', { recoveryCodes: used })], { look })
    await screen.findByText(t('recovery_none_left', 'Example (ada)'))
    expect(document.activeElement).toBe(screen.getByTestId('fill-code'))
  })

  it('says why none was filled', async () => {
    await open([account('ada', { recoveryCodes })], { look })
    await screen.findByTestId('fill-recovery')
    click('fill-recovery')
    expect(await screen.findByText(t('recovery_no_field'))).toBeTruthy()
  })

  it('is offered none of an account that has none', async () => {
    await open([account('ada')], { look })
    const told = await screen.findByTestId('page-asks')
    expect(told.textContent).toBe(t('fill_prompt_recovery'))
    expect(screen.queryByTestId('fill-recovery')).toBeNull()
  })

  it('is told where none is left', async () => {
    const used = codes.map((code) => ({ code, usedAtMs: 5 }))
    await open([account('ada', { recoveryCodes: used })], { look })
    await screen.findByText(t('recovery_none_left', 'Example (ada)'))
    expect(screen.queryByTestId('fill-recovery')).toBeNull()
  })

  it('is offered one of each account, by what they are told apart', async () => {
    await open([account('ada', { recoveryCodes }), account('bob', { recoveryCodes })], { look })
    const buttons = await screen.findAllByTestId('fill-recovery')
    expect(buttons.map(({ textContent }) => textContent)).toEqual([
      t('recovery_fill_of', 'Example (ada)', 3),
      t('recovery_fill_of', 'Example (bob)', 3),
    ])
  })

  it('is offered one where a click for a one-time code met it', async () => {
    const fill = { kind: 'other-prompt', prompt: 'recovery' } as const
    await open([account('ada', { recoveryCodes })], { fill })
    click('fill-code')
    await screen.findByTestId('fill-recovery')
  })

  it('is offered one once, also where a click for a one-time code met it', async () => {
    const fill = { kind: 'other-prompt', prompt: 'recovery' } as const
    await open([account('ada', { recoveryCodes })], { look, fill })
    await screen.findByTestId('fill-recovery')
    click('fill-code')
    await screen.findByText(t('fill_not_this'))
    expect(screen.getAllByTestId('fill-recovery')).toHaveLength(1)
  })
})

describe('attacks: a page that wants recovery codes', () => {
  const look = { kind: 'recovery', frame: null } as const
  const recoveryCodes = codes.map(left)

  it('is offered none of an account of another site, whatever it asks for', async () => {
    const elsewhere = { ...boundHere, origin: 'https://bank.example' }
    await open([account('bank', { sites: [elsewhere], recoveryCodes })], { look })
    const told = await screen.findByTestId('page-asks')
    expect(told.textContent).toBe(t('fill_prompt_recovery'))
    expect(screen.queryByTestId('fill-recovery')).toBeNull()
  })

  it('is offered none of an account that never fills there', async () => {
    const never = { ...boundHere, fill: 'never' as const }
    await open([account('ada', { sites: [never], recoveryCodes })], { look })
    await screen.findByTestId('page-asks')
    expect(screen.queryByTestId('fill-recovery')).toBeNull()
  })

  it('gets one for a click, and no second one without another', async () => {
    const opened = await open([account('ada', { recoveryCodes })], {
      look,
      recoveryFill: async () => ({ kind: 'filled', usedAtMs: nowMs, left: 2 }),
    })
    await screen.findByTestId('fill-recovery')
    click('fill-recovery')
    click('fill-recovery')
    await screen.findByTestId('put-back')
    expect(opened.log.filter((line) => line.startsWith('recovery'))).toEqual(['recovery 7 ada'])
  })

  it('that shows codes of its own has them kept with no account of another site', async () => {
    const elsewhere = { ...boundHere, origin: 'https://bank.example' }
    const opened = await open([account('bank', { sites: [elsewhere] }), account('ada')], {
      pageText,
    })
    await screen.findByTestId('recovery-offer')
    expect(screen.queryByTestId('recovery-account')).toBeNull()
    click('keep-recovery')
    await waitFor(async () => expect(await keptOf(opened)).toEqual(codes.map(left)))
    expect(await keptOf(opened, 'bank')).toBeUndefined()
  })
})
