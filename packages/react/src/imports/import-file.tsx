import '../messages/en-GB/imports.ts'
import { csvLine } from '@rollcall/core/rules'
import { type DragEvent, useId, useRef, useState } from 'react'
import { Bidi } from '../ui/bidi.tsx'
import { Button, IconButton, LinkButton } from '../ui/button.tsx'
import { download } from '../ui/download.ts'
import { Icon } from '../ui/icon.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Words } from '../ui/words.tsx'
import { headerFor, holdingsOf } from './column-mapping.ts'
import { ImportPage } from './import-page.tsx'
import { useImportPolicy } from './import-policy-query.ts'
import { fileProblem } from './import-problem.ts'
import { sizeText } from './import-text.ts'
import { ImportWelcome } from './import-welcome.tsx'

interface ImportFileProps {
  file: File | null
  onFileChange: (file: File | null) => void
  /** What the server said of the file. */
  problem: unknown
  pending: boolean
  onRead: (file: File) => void
}

/** Where a file is dropped or chosen. */
export function ImportFile({ file, onFileChange, problem, pending, onRead }: ImportFileProps) {
  const { t } = useRollcall()
  const policy = useImportPolicy()

  function template() {
    if (policy) download(new Blob([csvLine(holdingsOf(policy).map(headerFor))]), t('imports.templateName'))
  }

  return (
    <ImportPage
      page="file"
      title={t('imports.title')}
      lead={t('imports.lead')}
      step="file"
      foot={
        <>
          <LinkButton icon="download" onClick={template} aria-disabled={!policy}>
            {t('imports.template')}
          </LinkButton>
          <span className="rc-grow" />
          {file && (
            <Button pending={pending} onClick={() => onRead(file)}>
              {t('imports.read')}
            </Button>
          )}
        </>
      }
    >
      <DropArea onFile={onFileChange} />
      {file && <ChosenFile file={file} problem={problem} onRemove={() => onFileChange(null)} />}
      <p className="rc-hint">
        <Icon name="info" size="small" />
        <span className="rc-hint-text">{t('imports.existing')}</span>
      </p>
      <ImportWelcome />
      <span className="rc-hidden" role="status">
        {pending && t('imports.checking')}
      </span>
    </ImportPage>
  )
}

function DropArea({ onFile }: { onFile: (file: File) => void }) {
  const { t } = useRollcall()
  const input = useRef<HTMLInputElement>(null)
  const note = useId()
  const [over, setOver] = useState(false)

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file) onFile(file)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what can be dropped here can be chosen by the button inside.
    <div
      className="rc-imports-drop"
      data-state={over ? 'over' : undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span className="rc-disc" data-tone="info">
        <Icon name="upload" size="large" />
      </span>
      <p className="rc-imports-drop-words">
        <Words
          of="imports.drop"
          with={{
            choose: (
              <LinkButton aria-describedby={note} onClick={() => input.current?.click()}>
                {t('imports.choose')}
              </LinkButton>
            ),
          }}
        />
      </p>
      <p className="rc-caption" id={note}>
        {t('imports.form')}
      </p>
      <input
        ref={input}
        className="rc-hidden"
        type="file"
        accept=".csv,text/csv"
        aria-label={t('imports.chooseFile')}
        tabIndex={-1}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) onFile(file)
          // So that the same file, mended, can be chosen again.
          target.value = ''
        }}
      />
    </div>
  )
}

function ChosenFile({ file, problem, onRemove }: { file: File; problem: unknown; onRemove: () => void }) {
  const { t, locale } = useRollcall()
  return (
    <div className="rc-imports-chosen" data-tone={problem ? 'danger' : undefined}>
      <Icon name="file" />
      <div className="rc-imports-chosen-text">
        <p className="rc-strong">
          <Bidi>{file.name}</Bidi>
        </p>
        {problem ? (
          <p className="rc-imports-problem" role="alert">
            {fileProblem(t, problem)}
          </p>
        ) : (
          <p className="rc-caption">{sizeText(file.size, locale)}</p>
        )}
      </div>
      <IconButton
        icon="trash"
        variant="quiet"
        size="small"
        label={t('imports.remove', { name: file.name })}
        onClick={onRemove}
      />
    </div>
  )
}
