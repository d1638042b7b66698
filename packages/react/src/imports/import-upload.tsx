import { useState } from 'react'
import { browserViewStore, type UsersViewStore } from '../users/index.ts'
import { firstMapping, holdingsOf, type Mapping, mappingId, rememberedIn, saidOf } from './column-mapping.ts'
import { type FileHead, readHead } from './file-head.ts'
import { ImportColumns } from './import-columns.tsx'
import { ImportFile } from './import-file.tsx'
import { useAskImportPolicy, useImportPolicy } from './import-policy-query.ts'
import { usePreviewImport } from './use-preview-import.ts'

interface ImportUploadProps {
  file: File | null
  onFileChange: (file: File | null) => void
  viewStore: UsersViewStore | undefined
  onChecked: (importId: string) => void
}

interface Read {
  readonly head: FileHead
  readonly remembered: Mapping
  readonly mapping: Mapping
}

/** From a file to the server's word on every row of it. */
export function ImportUpload({ file, onFileChange, viewStore = browserViewStore, onChecked }: ImportUploadProps) {
  const policy = useImportPolicy()
  const askPolicy = useAskImportPolicy()
  const preview = usePreviewImport()
  const [read, setRead] = useState<Read | null>(null)
  const known = policy ? holdingsOf(policy) : []

  async function open(chosen: File) {
    const [head, asked] = await Promise.all([readHead(chosen), askPolicy()])
    // What cannot be read here is for the server to refuse, with line and column.
    if (!head || !asked) return check(chosen, {})
    const holdings = holdingsOf(asked)
    const remembered = rememberedIn(viewStore.read(mappingId(head.headers)), head.headers, holdings)
    preview.reset()
    setRead({ head, remembered, mapping: firstMapping(head.headers, holdings, remembered) })
  }

  function check(chosen: File, columns: Mapping) {
    preview.mutate(
      { file: chosen, name: chosen.name.slice(0, 255), columns },
      {
        onSuccess({ id }) {
          if (read) viewStore.write(mappingId(read.head.headers), JSON.stringify(read.mapping))
          onChecked(id)
        },
      },
    )
  }

  if (!file || !read) {
    return (
      <ImportFile
        file={file}
        onFileChange={(next) => {
          preview.reset()
          onFileChange(next)
        }}
        problem={preview.error}
        pending={preview.isPending}
        onRead={(chosen) => void open(chosen)}
      />
    )
  }
  return (
    <ImportColumns
      name={file.name}
      head={read.head}
      known={known}
      remembered={read.remembered}
      mapping={read.mapping}
      onMappingChange={(mapping) => setRead({ ...read, mapping })}
      problem={preview.error}
      pending={preview.isPending}
      onBack={() => {
        preview.reset()
        setRead(null)
      }}
      onCheck={() => check(file, saidOf(read.mapping, known))}
    />
  )
}
