import '../messages/en-GB/matrix.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Skeleton } from '../ui/skeleton.tsx'

const COLUMNS = ['1', '2', '3', '4', '5', '6']
const ROWS = ['58%', '72%', '44%', '64%', '50%', '70%', '40%', '60%']

/** The matrix with nothing in it yet. */
export function RolesMatrixSkeleton() {
  const { t } = useRollcall()
  return (
    <>
      <div className="rc-matrix-bar">
        <Skeleton width="160px" />
      </div>
      <div className="rc-matrix-frame">
        <table className="rc-table rc-matrix-table" aria-label={t('common.loading')}>
          <thead>
            <tr>
              <td className="rc-th rc-matrix-corner">
                <Skeleton width="60%" />
              </td>
              {COLUMNS.map((column) => (
                <td className="rc-th rc-matrix-role" key={column}>
                  <Skeleton width="64px" />
                </td>
              ))}
            </tr>
          </thead>
          <tbody className="rc-tbody">
            {ROWS.map((width) => (
              <tr className="rc-tr" key={width}>
                <td className="rc-td rc-matrix-right">
                  <Skeleton width={width} />
                </td>
                {COLUMNS.map((column) => (
                  <td className="rc-td rc-matrix-cell" key={column}>
                    <Skeleton width="14px" />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
