import '../messages/en-GB/apps.ts'
import { useId, useState } from 'react'
import { Bidi } from '../ui/bidi.tsx'
import { Icon } from '../ui/icon.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import type { App } from './apps-query.ts'
import { InstanceRow } from './instance-row.tsx'

interface AppItemProps {
  app: App
  /** Whether the reader may change nothing. */
  barred: boolean
  /** At first. */
  open: boolean
}

/** An app: its name opens its instances. */
export function AppItem({ app, barred, open: opened }: AppItemProps) {
  const { t } = useRollcall()
  const [open, setOpen] = useState(opened)
  const id = useId()
  const defaults = app.instances.filter(({ isDefault }) => isDefault).length
  return (
    <li className="rc-app">
      <button
        type="button"
        className="rc-app-toggle"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <Icon name={open ? 'down' : 'right'} />
        <span className="rc-strong">{app.name === null ? t('apps.other') : <Bidi>{app.name}</Bidi>}</span>
        <span className="rc-caption">
          {t('apps.instances', { count: app.instances.length })}
          {defaults > 0 && ` · ${t('apps.defaults', { count: defaults })}`}
        </span>
      </button>
      <ul id={id} className="rc-app-instances" hidden={!open}>
        {open && app.instances.map((instance) => <InstanceRow key={instance.id} instance={instance} barred={barred} />)}
      </ul>
    </li>
  )
}
