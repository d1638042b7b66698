import '../messages/en-GB/users.ts'
import { forwardRef, useEffect, useRef, useState } from 'react'
import { SearchInput } from '../ui/input.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'

/** Milliseconds of silence after which what was typed is looked for. */
const SILENCE = 250

interface SearchProps {
  value: string
  onSearch: (text: string) => void
}

/** Looks while one types, but not at every letter. */
export const UsersSearch = forwardRef<HTMLInputElement, SearchProps>(function UsersSearch({ value, onSearch }, ref) {
  const { t } = useRollcall()
  const [draft, setDraft] = useState<string | null>(null)
  const search = useRef(onSearch)
  useEffect(() => {
    search.current = onSearch
  })

  useEffect(() => {
    if (draft === null) return
    const timer = setTimeout(() => {
      search.current(draft)
      setDraft(null)
    }, SILENCE)
    return () => clearTimeout(timer)
  }, [draft])

  return (
    <SearchInput
      ref={ref}
      className="rc-users-search"
      label={t('users.search')}
      shortcut="/"
      maxLength={200}
      value={draft ?? value}
      onChange={({ target }) => setDraft(target.value)}
      onKeyDown={(event) => event.key === 'Escape' && setDraft('')}
    />
  )
})
