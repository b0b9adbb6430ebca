import { useState } from 'preact/hooks'
import * as v from 'valibot'
import { draftOf } from '@/components/account/form-draft'
import { errorText, t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { TextArea } from '@/components/ui/TextArea'
import { hasTooManyLines, parseLines } from '@/utils/otp/otpauth-lines'
import { ReviewCard } from '../review/ReviewCard'
import { useReview } from '../review/use-review'
import { goTo } from '../route'
import { useDraft } from '../use-draft'
import { parsedFrom } from './parsed-from'

const parseDraft = draftOf(v.string())

/** Accounts from pasted otpauth links, one a line. */
export function AddByText() {
  const draft = useDraft('manage-text', parseDraft, '')
  const text = draft.value
  const [error, setError] = useState<string>()
  const { review, start, drop } = useReview()
  const read = () => {
    const { accounts, problems } = parseLines(text)
    if (accounts.length + problems.length === 0) return setError(t('manage_paste_empty'))
    const [problem] = problems
    if (problem?.code === 'lines-too-many') return setError(errorText(problem.code, problem.detail))
    start(
      parsedFrom(
        accounts.map(({ account, warnings }) => ({ ...account, warnings })),
        problems.map(({ line, code, detail }) => ({ position: line, title: '', code, detail })),
      ),
    )
  }
  if (review !== null)
    return (
      <ReviewCard
        review={review}
        placeName={(line) => t('manage_line', line)}
        onDrop={drop}
        onSaved={() => {
          draft.drop()
          goTo('accounts')
        }}
      />
    )
  if (!draft.isLoaded) return null
  return (
    <Card title={t('manage_paste_title')} text={t('manage_paste_text')}>
      <TextArea
        label={t('manage_paste_label')}
        data-testid="paste-text"
        placeholder="otpauth://totp/…"
        mono
        spellcheck={false}
        value={text}
        error={error}
        onBeforeInput={(event) => {
          // Once they are in the field, laying them out holds up the page by itself.
          if (!hasTooManyLines(event.data ?? '')) return
          event.preventDefault()
          setError(errorText('lines-too-many'))
        }}
        onValue={(value) => {
          draft.type(value)
          setError(undefined)
        }}
      />
      <div>
        <Button data-testid="paste-review" onClick={read}>
          {t('manage_review')}
        </Button>
      </div>
    </Card>
  )
}
