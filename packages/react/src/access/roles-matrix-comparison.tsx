import '../messages/en-GB/matrix.ts'
import { Tag } from '../ui/badge.tsx'
import { Bidi } from '../ui/bidi.tsx'
import { LinkButton } from '../ui/button.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Words } from '../ui/words.tsx'
import { differs, type MatrixRow } from './roles-matrix-rows.ts'
import type { MatrixView } from './roles-matrix-view.ts'

/** More names than these would hide the count. */
const MOST = 5

/** In words, what the columns of the roles compared show. */
export function RolesMatrixComparison({ view }: { view: MatrixView }) {
  const { t } = useRollcall()
  const { comparing, everyRow, compare, stopComparing } = view
  return (
    <div className="rc-matrix-comparison" role="status" data-state={comparing.length > 0 ? 'open' : undefined}>
      {comparing.length > 0 && (
        <>
          <strong className="rc-strong">{t('matrix.comparing')}</strong>
          <span className="rc-matrix-tags">
            {comparing.map((role) => (
              <Tag key={role.id} onRemove={() => compare(role, false)}>
                {role.name}
              </Tag>
            ))}
          </span>
          <span className="rc-grow rc-matrix-difference">
            <Difference roles={comparing} rows={everyRow} />
          </span>
          <LinkButton tone="quiet" onClick={stopComparing}>
            {t('common.clear')}
          </LinkButton>
        </>
      )}
    </div>
  )
}

function Difference({ roles, rows }: { roles: MatrixView['comparing']; rows: readonly MatrixRow[] }) {
  const { t } = useRollcall()
  const ids = roles.map(({ id }) => id)
  const different = rows.filter((row) => differs(row, ids))
  const [first, second] = roles
  if (!first || !second) return t('matrix.compareMore')
  if (different.length === 0) return t('matrix.same')
  if (roles.length > 2) {
    return <Words of="matrix.differ" with={{ count: different.length, rights: <Names rows={different} /> }} />
  }
  return [first, second].map((role) => {
    const more = different.filter(({ held }) => held.has(role.id))
    if (more.length === 0) return null
    const parameters = { role: <Bidi>{role.name}</Bidi>, count: more.length, rights: <Names rows={more} /> }
    return (
      <span key={role.id} className="rc-matrix-sentence">
        <Words of="matrix.hasMore" with={parameters} />
      </span>
    )
  })
}

function Names({ rows }: { rows: readonly MatrixRow[] }) {
  const { t, locale } = useRollcall()
  const shown = rows.slice(0, MOST).map(({ name }) => name)
  const rights = new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(shown)
  const count = rows.length - shown.length
  return <strong className="rc-strong">{count > 0 ? t('matrix.andMore', { rights, count }) : rights}</strong>
}
