import '../messages/en-GB/apps.ts'
import { type ComponentPropsWithoutRef, Fragment, forwardRef, type ReactNode } from 'react'
import { Bidi } from '../ui/bidi.tsx'
import { ItemList } from '../ui/item.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Section } from '../ui/section.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { EmptyState, ErrorState } from '../ui/state.tsx'
import { type MyInstance, useMine } from './mine-query.ts'

export interface MyAppsProps extends Omit<ComponentPropsWithoutRef<'section'>, 'title' | 'children'> {
  /** Where the host opens an instance; without it, names only. */
  instanceHref?: (instance: MyInstance) => string
  /** Beside each instance. */
  renderInstance?: (instance: MyInstance) => ReactNode
}

/** What oneself was assigned: instances by app. `data-state` is `loading`, `ready`, `empty` or `error`. */
export const MyApps = forwardRef<HTMLElement, MyAppsProps>(function MyApps(
  { instanceHref, renderInstance, ...rest },
  ref,
) {
  const { t } = useRollcall()
  const { data: mine, error, refetch } = useMine()
  const apps = mine && byApp(mine.resources)
  const state = apps ? (apps.length > 0 ? 'ready' : 'empty') : error ? 'error' : 'loading'
  return (
    <Section ref={ref} title={t('apps.mine')} data-state={state} aria-busy={state === 'loading'} {...rest}>
      {state === 'error' ? (
        <ErrorState title={t('apps.mineDidNotLoad')} error={error} onRetry={refetch} />
      ) : state === 'empty' ? (
        <EmptyState icon="laptop" title={t('apps.mineNone')}>
          {t('apps.mineNoneDetail')}
        </EmptyState>
      ) : apps ? (
        apps.map(([id, name, instances]) => (
          <Fragment key={id}>
            <h3 className="rc-app-name">{name === null ? t('apps.other') : <Bidi>{name}</Bidi>}</h3>
            <ItemList>
              {instances.map((instance) => (
                <li key={instance.id} className="rc-item">
                  <div className="rc-item-text">
                    {instanceHref ? (
                      <a className="rc-link" href={instanceHref(instance)}>
                        <Bidi>{instance.name}</Bidi>
                      </a>
                    ) : (
                      <Bidi>{instance.name}</Bidi>
                    )}
                  </div>
                  {renderInstance?.(instance)}
                </li>
              ))}
            </ItemList>
          </Fragment>
        ))
      ) : (
        <div className="rc-stack">
          <Skeleton width="30%" />
          <Skeleton width="60%" />
          <Skeleton width="50%" />
        </div>
      )}
    </Section>
  )
})

/** By the name of the app, those of none last. */
function byApp(instances: readonly MyInstance[]) {
  const apps = new Map<string, [id: string, name: string | null, instances: MyInstance[]]>()
  for (const instance of instances) {
    const id = instance.parent?.id ?? ''
    const app = apps.get(id) ?? [id, instance.parent?.name ?? null, []]
    apps.set(id, [app[0], app[1], [...app[2], instance].sort((a, b) => a.name.localeCompare(b.name))])
  }
  return [...apps.values()].sort(([, a], [, b]) => (a === null ? 1 : b === null ? -1 : a.localeCompare(b)))
}
