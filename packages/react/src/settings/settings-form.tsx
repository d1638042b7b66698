import '../messages/en-GB/settings.ts'
import { type ComponentPropsWithoutRef, forwardRef, useState } from 'react'
import { asRefusal, describeProblem } from '../ui/refusal.ts'
import { Reason } from '../ui/refused.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Section } from '../ui/section.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { ErrorState } from '../ui/state.tsx'
import { SettingsFields } from './settings-fields.tsx'
import { useHasProviders, useSettings } from './settings-query.ts'

export type SettingsFormProps = Omit<ComponentPropsWithoutRef<'section'>, 'title' | 'children'>

/**
 * What administrators set for everybody: who gets the welcome mail by itself, what it says, and where it
 * leads people to sign in. `data-state` is `loading`,
 * `ready`, `refused` or `error`.
 */
export const SettingsForm = forwardRef<HTMLElement, SettingsFormProps>(function SettingsForm(props, ref) {
  const { t } = useRollcall()
  const { data, error, refetch } = useSettings()
  const separable = useHasProviders()
  const [overtaken, setOvertaken] = useState(0)
  const refused = asRefusal(error)?.code === 'not-allowed'
  const state = data ? 'ready' : refused ? 'refused' : error ? 'error' : 'loading'
  return (
    <Section
      ref={ref}
      title={t('settings.title')}
      description={t('settings.lead')}
      data-state={state}
      aria-busy={state === 'loading'}
      {...props}
    >
      {data ? (
        // A change of somebody else's that came before is shown anew.
        <SettingsFields
          key={overtaken}
          settings={data}
          separable={separable}
          overtaken={overtaken > 0}
          onOvertaken={() => setOvertaken((times) => times + 1)}
        />
      ) : refused ? (
        <Reason>{describeProblem(t, error)}</Reason>
      ) : error ? (
        <ErrorState title={t('settings.didNotLoad')} error={error} onRetry={refetch} />
      ) : (
        <div className="rc-stack">
          <Skeleton width="60%" />
          <Skeleton width="70%" />
          <Skeleton width="50%" />
          <Skeleton className="rc-settings-waiting" />
        </div>
      )}
    </Section>
  )
})
