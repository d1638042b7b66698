import { useState } from 'react'
import type { Matrix, MatrixRole } from './roles-matrix-query.ts'
import { isFound, type MatrixRow, type MatrixSelection } from './roles-matrix-rows.ts'

/** What of the matrix is looked at: one kind of roles, what was typed, which are compared. */
export function useMatrixView(
  matrix: Matrix,
  selected: MatrixSelection | null,
  rowsFor: (type: string | null) => readonly MatrixRow[],
) {
  const [tab, setTab] = useState<string | null>(null)
  const [right, setRight] = useState('')
  const [role, setRole] = useState('')
  const [matching, setMatching] = useState(false)
  const [compared, setCompared] = useState<readonly string[]>([])

  const chosen = selected?.kind === 'role' ? matrix.roles.find(({ id }) => id === selected.id) : undefined
  const type = chosen ? chosen.resourceType : tab
  const ofType = matrix.roles.filter(({ resourceType }) => resourceType === type)
  const comparing = ofType.filter(({ id }) => compared.includes(id))
  const asked = ofType.filter(({ id }) => id === chosen?.id || compared.includes(id))
  const everyRow = rowsFor(type)
  const onlyMatching = matching && asked.length > 0
  const rows = everyRow
    .filter(({ id, name, description }) => isFound(right, [id, name, description]))
    .filter(({ held }) => !onlyMatching || asked.some(({ id }) => held.has(id)))
  const roles = ofType.filter(({ id, name }) => isFound(role, [id, name]))

  return {
    type,
    rows,
    roles,
    /** Chosen or compared. */
    asked,
    comparing,
    everyRow,
    everyRole: ofType,
    chosen,
    right,
    setRight,
    role,
    setRole,
    matching: onlyMatching,
    setMatching,
    show(next: string | null) {
      setTab(next)
      setRight('')
      setRole('')
    },
    compare(one: MatrixRole, on: boolean) {
      setCompared((others) => (on ? [...others, one.id] : others.filter((id) => id !== one.id)))
    },
    stopComparing: () => setCompared([]),
    showAll() {
      setRight('')
      setRole('')
      setMatching(false)
    },
  }
}

export type MatrixView = ReturnType<typeof useMatrixView>
