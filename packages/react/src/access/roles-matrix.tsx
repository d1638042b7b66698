import '../messages/en-GB/matrix.ts'
import '../messages/en-GB/rights.ts'
import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { cx } from '../ui/class-names.ts'
import { useControlled } from '../ui/controlled.ts'
import { asRefusal, describeProblem } from '../ui/refusal.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { EmptyState, ErrorState } from '../ui/state.tsx'
import { RolesMatrixBody } from './roles-matrix-body.tsx'
import { useMatrix } from './roles-matrix-query.ts'
import type { MatrixSelection } from './roles-matrix-rows.ts'
import { RolesMatrixSkeleton } from './roles-matrix-skeleton.tsx'

export interface RolesMatrixProps extends Omit<ComponentPropsWithoutRef<'section'>, 'children'> {
  /** What the panel describes; leave out to let the matrix keep it itself. */
  selected?: MatrixSelection | null
  defaultSelected?: MatrixSelection | null
  onSelectedChange?: (selected: MatrixSelection | null) => void
}

/**
 * Which role gives which rights: roles as columns, rights as rows, system roles first and those of each type of resource
 * beside them. A right or role that is pressed is described; ticked roles are compared. `data-state` is `loading`,
 * `ready`, `refused` or `error`.
 */
export const RolesMatrix = forwardRef<HTMLElement, RolesMatrixProps>(function RolesMatrix(
  { selected: given, defaultSelected = null, onSelectedChange, className, ...rest },
  ref,
) {
  const { t } = useRollcall()
  const [selected, select] = useControlled(given, defaultSelected, onSelectedChange)
  const { data: matrix, error, refetch } = useMatrix()
  const refused = asRefusal(error)?.code === 'not-allowed'
  const failed = error !== null && !matrix
  const state = refused ? 'refused' : failed ? 'error' : matrix ? 'ready' : 'loading'
  return (
    <section
      ref={ref}
      className={cx('rc-card rc-matrix', className)}
      aria-label={t('matrix.title')}
      aria-busy={state === 'loading'}
      data-state={state}
      {...rest}
    >
      {state === 'refused' ? (
        <EmptyState icon="shield" title={t('matrix.mayNotSee')}>
          {describeProblem(t, error)}
        </EmptyState>
      ) : state === 'error' ? (
        <ErrorState title={t('matrix.didNotLoad')} error={error} onRetry={refetch} />
      ) : matrix ? (
        <RolesMatrixBody matrix={matrix} selected={selected} onSelect={select} />
      ) : (
        <RolesMatrixSkeleton />
      )}
    </section>
  )
})
