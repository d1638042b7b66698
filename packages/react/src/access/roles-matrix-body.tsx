import '../messages/en-GB/matrix.ts'
import '../messages/en-GB/rights.ts'
import { type KeyboardEvent, useMemo, useRef } from 'react'
import { LinkButton } from '../ui/button.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { EmptyState } from '../ui/state.tsx'
import { RolesMatrixBar } from './roles-matrix-bar.tsx'
import { RolesMatrixComparison } from './roles-matrix-comparison.tsx'
import { RolesMatrixPanel } from './roles-matrix-panel.tsx'
import type { Matrix } from './roles-matrix-query.ts'
import { type MatrixSelection, type RowWords, rowsOf } from './roles-matrix-rows.ts'
import { RolesMatrixTable } from './roles-matrix-table.tsx'
import { useMatrixView } from './roles-matrix-view.ts'

interface RolesMatrixBodyProps {
  matrix: Matrix
  selected: MatrixSelection | null
  onSelect: (selected: MatrixSelection | null) => void
}

/** The matrix once it is known. */
export function RolesMatrixBody({ matrix, selected, onSelect }: RolesMatrixBodyProps) {
  const { t, shortcuts } = useRollcall()
  const body = useRef<HTMLDivElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const words = useMemo(
    (): RowWords => ({
      right: (key) => ({ name: t(`rights.${key}`), description: t(`rightDetails.${key}`) }),
      reach: (type) => ({ name: t('matrix.everyOne', { type }), description: t('matrix.everyOneDetail', { type }) }),
    }),
    [t],
  )
  const view = useMatrixView(matrix, selected, (type) => rowsOf(matrix, type, words))
  const { rows, everyRow, roles, everyRole } = view
  const filtered = rows.length < everyRow.length || roles.length < everyRole.length
  const described = selected && (selected.kind === 'role' ? view.chosen : everyRow.find((row) => isRow(row, selected)))

  function jump(event: KeyboardEvent) {
    const typing = (event.target as Element).closest('input:not([type=checkbox]), select')
    if (!shortcuts || event.key !== '/' || typing || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    search.current?.focus()
  }

  function close() {
    onSelect(null)
    // What was pressed stands there still, and is where one goes on reading.
    body.current?.querySelector<HTMLElement>('.rc-matrix-name[aria-pressed="true"]')?.focus()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens for a shortcut of what is inside.
    <div className="rc-matrix-body" ref={body} onKeyDown={jump}>
      <RolesMatrixBar
        matrix={matrix}
        view={view}
        search={search}
        onShow={(type) => {
          view.show(type)
          if (selected) onSelect(null)
        }}
        onChoose={(role) => onSelect(role ? { kind: 'role', id: role } : null)}
      />
      <RolesMatrixComparison view={view} />
      <div className="rc-matrix-split" data-described={described ? 'yes' : undefined}>
        <div className="rc-matrix-main">
          {everyRow.length === 0 ? (
            <EmptyState icon="key" title={t('matrix.empty')}>
              {t('matrix.emptyDetail')}
            </EmptyState>
          ) : rows.length === 0 || roles.length === 0 ? (
            <EmptyState
              icon="search"
              title={t('matrix.noMatch')}
              action={<LinkButton onClick={view.showAll}>{t('matrix.showAll')}</LinkButton>}
            >
              {t('matrix.noMatchDetail')}
            </EmptyState>
          ) : (
            <RolesMatrixTable view={view} selected={selected} onSelect={onSelect} />
          )}
          <div className="rc-matrix-foot" data-state={filtered ? 'filtered' : undefined}>
            <span role="status">{filtered && t('matrix.shown', { shown: rows.length, total: everyRow.length })}</span>
            {filtered && rows.length > 0 && roles.length > 0 && (
              <LinkButton onClick={view.showAll}>{t('matrix.showAll')}</LinkButton>
            )}
          </div>
        </div>
        {described && <RolesMatrixPanel matrix={matrix} of={described} onClose={close} />}
      </div>
    </div>
  )
}

function isRow(row: MatrixSelection, selected: MatrixSelection): boolean {
  return row.kind === selected.kind && row.id === selected.id
}
