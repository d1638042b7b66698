import '../messages/en-GB/apps.ts'
import { Bidi } from '../ui/bidi.tsx'
import { IconButton } from '../ui/button.tsx'
import { Switch } from '../ui/choice.tsx'
import { Icon } from '../ui/icon.tsx'
import { describeProblem } from '../ui/refusal.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useToast } from '../ui/toast.tsx'
import type { Instance } from './apps-query.ts'
import { useSetDefault } from './use-set-default.ts'

interface InstanceRowProps {
  instance: Instance
  barred: boolean
}

/** An instance: its identifier to copy, and whether new people start with it. */
export function InstanceRow({ instance, barred }: InstanceRowProps) {
  const { t } = useRollcall()
  const toast = useToast()
  const set = useSetDefault()
  const { id, name, isDefault } = instance

  async function copy() {
    await navigator.clipboard.writeText(id)
    toast({ title: t('apps.copied', { id }) })
  }

  return (
    <li className="rc-app-instance">
      <div className="rc-app-instance-text">
        <Bidi>{name}</Bidi>
        <span className="rc-app-id">
          <code className="rc-mono" dir="ltr">
            {id}
          </code>
          <IconButton icon="copy" label={t('apps.copy', { id })} variant="quiet" onClick={() => void copy()} />
        </span>
        {set.isError && (
          <p className="rc-error" role="alert">
            <Icon name="alert" size="small" />
            <span className="rc-error-text">{describeProblem(t, set.error)}</span>
          </p>
        )}
      </div>
      <Switch
        label={t('apps.default')}
        aria-label={t('apps.defaultOf', { name })}
        checked={isDefault}
        aria-busy={set.isPending}
        aria-disabled={barred}
        onChange={({ target }) => set.mutate({ resourceId: id, isDefault: target.checked })}
      />
    </li>
  )
}
