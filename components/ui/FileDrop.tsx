import { useState } from 'preact/hooks'
import { classes } from './classes'
import styles from './FileDrop.module.css'
import { Icon } from './Icon'
import { Spinner } from './Spinner'

interface FileDropProps {
  /** What to drop here, or to click for. */
  readonly label: string
  /** As of `<input type="file">`: a help for choosing, no check. */
  readonly accept?: string
  readonly multiple?: boolean
  readonly busy?: boolean
  readonly onFiles: (files: readonly File[]) => void
}

/** A place to drop files on, and a button to choose them. The content is for others to judge. */
export function FileDrop({ label, accept, multiple, busy, onFiles, ...rest }: FileDropProps) {
  const [over, setOver] = useState(false)
  const take = (list: FileList | null | undefined) => {
    const files = [...(list ?? [])]
    if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1))
  }
  return (
    <label
      class={classes(styles.drop, over && styles.over)}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer?.files)
      }}
    >
      <input
        {...rest}
        type="file"
        class="visually-hidden"
        {...(accept ? { accept } : {})}
        multiple={multiple ?? false}
        disabled={busy ?? false}
        onChange={(event) => {
          take(event.currentTarget.files)
          // So that choosing the same file again is heard.
          event.currentTarget.value = ''
        }}
      />
      {busy ? <Spinner /> : <Icon name="upload" />}
      <span>{label}</span>
    </label>
  )
}
