import '../messages/en-GB/accounts.ts'
import { useId } from 'react'
import { Tag } from '../ui/badge.tsx'
import { Bidi } from '../ui/bidi.tsx'
import { Checkbox } from '../ui/choice.tsx'
import { Icon } from '../ui/icon.tsx'
import { Reason } from '../ui/refused.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import type { App, Instance } from './account-instances.ts'
import { appLockOf } from './account-locks.ts'

interface AccountAppProps {
  app: App
  /** Instance → why it is neither ticked nor cleared. */
  locks: ReadonlyMap<string, string | undefined>
  has: (instance: string) => boolean
  open: boolean
  onToggle: () => void
  onTick: (instances: readonly Instance[], on: boolean) => void
}

/** An app: its box stands for all of its instances, its name opens them. */
export function AccountApp({ app, locks, has, open, onToggle, onTick }: AccountAppProps) {
  const { t } = useRollcall()
  const id = useId()
  const { instances } = app
  const name = app.name ?? t('accounts.otherInstances')
  const free = instances.filter((instance) => !locks.get(instance.id))
  const lock = appLockOf(
    t,
    app,
    instances.map((instance) => locks.get(instance.id)),
  )
  const ticked = instances.filter((instance) => has(instance.id))
  const some = ticked.length > 0 && ticked.length < instances.length
  return (
    <li className="rc-account-app">
      <div className="rc-account-app-head">
        <button
          type="button"
          className="rc-account-app-toggle"
          aria-expanded={open}
          aria-controls={id}
          aria-label={t('accounts.instancesOf', { app: name })}
          onClick={onToggle}
        >
          <Icon name={open ? 'down' : 'right'} />
        </button>
        <Checkbox
          id={`${id}-box`}
          aria-labelledby={`${id}-name`}
          aria-describedby={`${id}-count ${id}-lock`}
          aria-disabled={lock !== undefined}
          checked={ticked.length === instances.length}
          indeterminate={some}
          onChange={() => onTick(free, !free.every((instance) => has(instance.id)))}
        />
        <div className="rc-grow">
          <label className="rc-account-app-name" id={`${id}-name`} htmlFor={`${id}-box`}>
            <Bidi>{name}</Bidi>
          </label>
          {lock !== undefined && <Reason id={`${id}-lock`}>{lock}</Reason>}
        </div>
        <span className="rc-caption" id={`${id}-count`}>
          {ticked.length === 0
            ? t('accounts.noneOf', { total: instances.length })
            : t('accounts.someOf', { count: ticked.length, total: instances.length })}
        </span>
      </div>
      <ul id={id} className="rc-account-instances" hidden={!open} aria-labelledby={`${id}-name`}>
        {open &&
          instances.map((instance) => {
            const own = locks.get(instance.id)
            return (
              <li key={instance.id} className="rc-account-instance">
                <Checkbox
                  label={
                    <>
                      <Bidi>{instance.name}</Bidi> {instance.isDefault && <Tag>{t('accounts.default')}</Tag>}
                    </>
                  }
                  checked={has(instance.id)}
                  aria-disabled={own !== undefined}
                  reason={own !== lock && own}
                  onChange={({ target }) => onTick([instance], target.checked)}
                />
                <span className="rc-mono" dir="ltr">
                  {instance.id}
                </span>
              </li>
            )
          })}
      </ul>
    </li>
  )
}
