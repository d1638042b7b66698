import '../messages/en-GB/apps.ts'
import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { IconButton } from '../ui/button.tsx'
import { ItemList } from '../ui/item.tsx'
import { places } from '../ui/places.ts'
import { Reason } from '../ui/refused.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Section } from '../ui/section.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { EmptyState, ErrorState } from '../ui/state.tsx'
import { AppItem } from './app-item.tsx'
import { useApps } from './apps-query.ts'
import { useMine } from './mine-query.ts'

export type AppsAndInstancesProps = Omit<ComponentPropsWithoutRef<'section'>, 'title' | 'children'>

/**
 * The host's apps with their instances: identifiers to copy into files, and which instances new people start with.
 * `data-state` is `loading`, `ready`, `empty` or `error`.
 */
export const AppsAndInstances = forwardRef<HTMLElement, AppsAndInstancesProps>(function AppsAndInstances(props, ref) {
  const { t } = useRollcall()
  const { apps, error, refetch, isFetching } = useApps()
  const barred = useMine().data?.manages === false
  const state = apps ? (apps.length > 0 ? 'ready' : 'empty') : error ? 'error' : 'loading'
  return (
    <Section
      ref={ref}
      title={t('apps.title')}
      description={t('apps.lead')}
      actions={
        <IconButton
          icon="refresh"
          label={t('apps.refresh')}
          variant="ghost"
          pending={isFetching && apps !== undefined}
          onClick={() => void refetch()}
        />
      }
      data-state={state}
      aria-busy={state === 'loading'}
      {...props}
    >
      {barred && apps && <Reason>{t('apps.barred')}</Reason>}
      {state === 'error' ? (
        <ErrorState title={t('apps.didNotLoad')} error={error} onRetry={refetch} />
      ) : state === 'empty' ? (
        <EmptyState icon="laptop" title={t('apps.none')}>
          {t('apps.noneDetail')}
        </EmptyState>
      ) : (
        <ItemList className="rc-apps">
          {apps
            ? apps.map((app) => <AppItem key={app.id} app={app} barred={barred} open={apps.length === 1} />)
            : places(3).map((place) => (
                <li key={place} className="rc-app">
                  <div className="rc-app-toggle">
                    <Skeleton width="40%" />
                  </div>
                </li>
              ))}
        </ItemList>
      )}
    </Section>
  )
})
