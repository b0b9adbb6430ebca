import { useState } from 'preact/hooks'
import * as v from 'valibot'
import { draftOf } from '@/components/account/form-draft'
import { errorText, t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { TextArea } from '@/components/ui/TextArea'
import type { ParsedBackup } from '@/utils/backup/parsed-backup'
import { hasTooManyLines, parseLines } from '@/utils/otp/otpauth-lines'
import { ReviewCard } from '../review/ReviewCard'
import { goTo } from '../route'
import { useDraft } from '../use-draft'
import { ImportStages } from './ImportStages'
import { parsedFrom } from './parsed-from'
import { useImportReview } from './use-import-review'

const parseDraft = draftOf(v.string())

/** Whether nothing at all was recognized. */
function isUnknown({ entries, unsupported, problems }: ParsedBackup): boolean {
  const isEmpty = entries.length + unsupported.length === 0
  return isEmpty && problems.some(({ code }) => code === 'file-unknown')
}

/** Then every line says what is wrong with it. */
function linesOf(text: string): ParsedBackup {
  const { accounts, problems } = parseLines(text)
  return parsedFrom(
    accounts.map(({ account, warnings }) => ({ ...account, warnings })),
    problems.map(({ line, code, detail }) => ({ position: line, title: '', code, detail })),
  )
}

/** Accounts from pasted text: otpauth links, one a line, or the whole of an app's export. */
export function AddByText() {
  const draft = useDraft('manage-text', parseDraft, '')
  const text = draft.value
  const [error, setError] = useState<string>()
  const { review, drop, stage, read, note } = useImportReview((found) =>
    isUnknown(found) ? linesOf(text) : found,
  )
  const look = () => {
    if (text.trim() === '') return setError(t('manage_paste_empty'))
    if (hasTooManyLines(text)) return setError(errorText('lines-too-many'))
    read([new File([text], t('manage_paste_title'))])
  }
  if (review !== null)
    return (
      <ReviewCard
        review={review}
        placeName={(line) => t('manage_line', line)}
        note={note}
        onDrop={drop}
        onSaved={() => {
          draft.drop()
          goTo('accounts')
        }}
      />
    )
  if (!draft.isLoaded) return null
  if (stage.kind !== 'idle') {
    return (
      <Card title={t('manage_paste_title')} text={t('manage_paste_text')}>
        <ImportStages stage={stage} onFiles={read} />
      </Card>
    )
  }
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
        <Button data-testid="paste-review" onClick={look}>
          {t('manage_review')}
        </Button>
      </div>
    </Card>
  )
}
