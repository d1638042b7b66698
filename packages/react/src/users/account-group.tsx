import '../messages/en-GB/accounts.ts'
import { type ReactNode, useId } from 'react'
import { Badge } from '../ui/badge.tsx'
import { Icon } from '../ui/icon.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'

interface AccountGroupProps {
  title: string
  open: boolean
  onToggle: () => void
  /** How many of its fields are wrong. */
  problems: number
  /** What stands in it, while it is closed. */
  summary?: string | undefined
  children: ReactNode
}

/** Fields that belong together, beneath a head that opens and closes them and counts what is wrong inside. */
export function AccountGroup({ title, open, onToggle, problems, summary, children }: AccountGroupProps) {
  const { t } = useRollcall()
  const id = useId()
  return (
    <section className="rc-account-group" data-state={open ? 'open' : 'closed'} aria-labelledby={`${id}-head`}>
      <h3 className="rc-account-head">
        <button
          type="button"
          className="rc-account-toggle"
          id={`${id}-head`}
          aria-expanded={open}
          aria-controls={id}
          onClick={onToggle}
        >
          <Icon name={open ? 'down' : 'right'} />
          {title}{' '}
          {problems > 0 && (
            <Badge tone="danger" icon="alert">
              {t('common.problems', { count: problems })}
            </Badge>
          )}
        </button>
        {!open && summary && <bdi className="rc-account-told">{summary}</bdi>}
      </h3>
      <div id={id} className="rc-account-fields" hidden={!open}>
        {open && children}
      </div>
    </section>
  )
}
