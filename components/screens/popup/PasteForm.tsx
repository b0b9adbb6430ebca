import { useState } from 'preact/hooks'
import { errorText, t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { TextArea } from '@/components/ui/TextArea'
import { type ParsedLines, parseLines } from '@/utils/otp/otpauth-lines'
import { PasteReview } from './PasteReview'

interface PasteFormProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly onDone: () => void
}

/** Set-up lines from the clipboard: read, reviewed, saved. */
export function PasteForm({ text, onText, onDone }: PasteFormProps) {
  const [read, setRead] = useState<ParsedLines | null>(null)
  const typed = text.trim() !== ''
  const nothing = read !== null && read.accounts.length === 0
  const [problem] = read?.problems ?? []
  return (
    <>
      <TextArea
        label={t('paste_label')}
        placeholder="otpauth://totp/…"
        data-testid="paste-text"
        rows={typed ? 4 : 2}
        mono
        spellcheck={false}
        value={text}
        error={nothing && problem ? errorText(problem.code, problem.detail) : undefined}
        onValue={(next) => {
          onText(next)
          setRead(null)
        }}
      />
      {typed && (read === null || nothing) && (
        <Button
          variant="primary"
          wide
          data-testid="paste-review"
          onClick={() => setRead(parseLines(text))}
        >
          {t('paste_review')}
        </Button>
      )}
      {read !== null && !nothing && <PasteReview read={read} onDone={onDone} />}
    </>
  )
}
