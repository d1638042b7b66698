import '../messages/en-GB/columns.ts'
import '../messages/en-GB/users.ts'
import { IconButton, LinkButton } from '../ui/button.tsx'
import { Checkbox } from '../ui/choice.tsx'
import { Panel, type PanelProps } from '../ui/panel.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import type { TableColumn } from './users-table-columns.tsx'
import { type UsersLayout, WHO, withColumnAt, withColumnShown } from './users-table-layout.ts'

interface ColumnPanelProps extends PanelProps {
  columns: readonly TableColumn[]
  layout: UsersLayout
  /** An empty one is the usual arrangement. */
  onLayoutChange: (layout: UsersLayout) => void
  onMoved: (column: string, layout: UsersLayout) => void
}

/** Which columns are shown, and in which order: the way there without a mouse, and for fingers. */
export default function ColumnPanel(props: ColumnPanelProps) {
  const { columns, layout, onLayoutChange, onMoved, ...panel } = props
  const { t } = useRollcall()
  return (
    <Panel label={t('users.columns')} {...panel}>
      <ul className="rc-panel-body rc-panel-list" aria-label={t('users.columns')}>
        {layout.map(({ id, hidden }, index) => {
          const header = columns.find((column) => column.id === id)?.header ?? id
          const move = (by: -1 | 1) => {
            const target = layout[index + by]
            return {
              'aria-disabled': !target,
              onClick: () => target && onMoved(id, withColumnAt(layout, id, target.id)),
            }
          }
          return (
            <li key={id} className="rc-panel-item">
              <Checkbox
                label={header}
                reason={id === WHO ? t('columns.stays') : undefined}
                checked={!hidden}
                onChange={() => onLayoutChange(withColumnShown(layout, id, hidden ?? false))}
              />
              <IconButton
                icon="up"
                size="small"
                variant="quiet"
                label={t('columns.moveUp', { column: header })}
                {...move(-1)}
              />
              <IconButton
                icon="down"
                size="small"
                variant="quiet"
                label={t('columns.moveDown', { column: header })}
                {...move(1)}
              />
            </li>
          )
        })}
      </ul>
      <footer className="rc-panel-foot">
        <p className="rc-caption">{t('columns.keys')}</p>
        <LinkButton onClick={() => onLayoutChange([])}>{t('columns.reset')}</LinkButton>
      </footer>
    </Panel>
  )
}
