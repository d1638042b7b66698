import '../messages/en-GB/matrix.ts'
import type { KeyboardEvent } from 'react'
import { Checkbox } from '../ui/choice.tsx'
import { Icon } from '../ui/icon.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import type { MatrixRole } from './roles-matrix-query.ts'
import { byHeading, differs, type MatrixRow, type MatrixSelection } from './roles-matrix-rows.ts'
import type { MatrixView } from './roles-matrix-view.ts'

interface RolesMatrixTableProps {
  view: MatrixView
  selected: MatrixSelection | null
  onSelect: (selected: MatrixSelection | null) => void
}

/**
 * A plain table. Names of roles and rights are buttons in the ordinary order of Tab; arrow keys go along the row of roles
 * and up and down the rights as well.
 */
export function RolesMatrixTable({ view, selected, onSelect }: RolesMatrixTableProps) {
  const { t, dir } = useRollcall()
  const { roles, rows, asked, type, comparing, compare } = view
  const compared = comparing.map(({ id }) => id)
  const toggle = ({ kind, id }: MatrixSelection) =>
    onSelect(selected?.kind === kind && selected.id === id ? null : { kind, id })
  const isChosen = (kind: MatrixSelection['kind'], id: string) =>
    selected?.kind === kind && selected.id === id ? 'chosen' : undefined
  const columnOf = ({ id }: MatrixRole) => ({
    'data-state': isChosen('role', id),
    'data-compared': compared.includes(id) ? 'yes' : undefined,
    'data-aside': asked.length > 0 && !asked.some((role) => role.id === id) ? 'yes' : undefined,
  })

  return (
    <div className="rc-matrix-frame">
      <table
        className="rc-table rc-matrix-table"
        aria-label={t('matrix.title')}
        onKeyDown={(event) => steer(event, dir)}
      >
        <thead>
          <tr>
            <th className="rc-th rc-matrix-corner" scope="col">
              {type === null ? t('matrix.leadSystem') : t('matrix.leadScoped', { type })}
            </th>
            {roles.map((role) => (
              <th key={role.id} className="rc-th rc-matrix-role" scope="col" aria-label={role.name} {...columnOf(role)}>
                <span className="rc-matrix-head">
                  <Checkbox
                    aria-label={t('matrix.compare', { name: role.name })}
                    checked={compared.includes(role.id)}
                    onChange={({ target }) => compare(role, target.checked)}
                  />
                  <Name of={role} kind="role" on={isChosen('role', role.id) !== undefined} onPress={toggle} />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        {byHeading(rows).map(([heading, under]) => (
          <tbody key={heading} className="rc-matrix-part">
            <tr>
              <th className="rc-matrix-heading" scope="rowgroup" colSpan={roles.length + 1}>
                <span className="rc-matrix-heading-text">{t(`matrix.${heading}`)}</span>
              </th>
            </tr>
            {under.map((row) => (
              <tr key={row.id} className="rc-tr rc-matrix-tr" data-state={isChosen(row.kind, row.id)}>
                <th className="rc-td rc-matrix-right" scope="row">
                  <Name of={row} kind={row.kind} on={isChosen(row.kind, row.id) !== undefined} onPress={toggle} />
                </th>
                {roles.map((role) => (
                  <td
                    key={role.id}
                    className="rc-td rc-matrix-cell"
                    {...columnOf(role)}
                    data-differs={compared.includes(role.id) && differs(row, compared) ? 'yes' : undefined}
                  >
                    <Mark held={row.held.get(role.id)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

interface NameProps {
  of: MatrixRole | MatrixRow
  kind: MatrixSelection['kind']
  on: boolean
  onPress: (selected: MatrixSelection) => void
}

function Name({ of: { id, name }, kind, on, onPress }: NameProps) {
  return (
    <button
      type="button"
      className="rc-matrix-name"
      data-axis={kind === 'role' ? 'roles' : 'rights'}
      aria-pressed={on}
      onClick={() => onPress({ kind, id })}
    >
      <bdi>{name}</bdi>
    </button>
  )
}

/** Whether the role gives it; by reach, an asterisk with the role it is reached as. */
function Mark({
  held,
}: {
  held: MatrixRow['held'] extends ReadonlyMap<string, infer Held> ? Held | undefined : never
}) {
  const { t } = useRollcall()
  if (held === undefined) {
    return (
      <span className="rc-matrix-no">
        <span className="rc-hidden">{t('matrix.no')}</span>
      </span>
    )
  }
  if (held === true) {
    return (
      <span className="rc-matrix-yes">
        <Icon name="check" />
        <span className="rc-hidden">{t('matrix.yes')}</span>
      </span>
    )
  }
  return (
    <span className="rc-matrix-reach">
      <span className="rc-matrix-star">*</span> <bdi>{held}</bdi>
    </span>
  )
}

function steer(event: KeyboardEvent<HTMLElement>, dir: 'ltr' | 'rtl') {
  const at = (event.target as Element).closest<HTMLElement>('.rc-matrix-name')
  if (!at || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const across = at.dataset.axis === 'roles'
  const forward = across ? (dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight') : 'ArrowDown'
  const back = across ? (dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft') : 'ArrowUp'
  const names = Array.from(
    event.currentTarget.querySelectorAll<HTMLElement>(`.rc-matrix-name[data-axis="${at.dataset.axis}"]`),
  ).filter((name) => name.offsetParent !== null)
  const index = names.indexOf(at)
  const next = { [forward]: index + 1, [back]: index - 1, Home: 0, End: names.length - 1 }[event.key]
  if (next === undefined) return
  event.preventDefault()
  names[next]?.focus()
}
