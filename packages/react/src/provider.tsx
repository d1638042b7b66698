import type { RollcallClient } from '@rollcall/client'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ComponentPropsWithoutRef, forwardRef, useMemo, useState } from 'react'
import type { Catalogues } from './messages/message.ts'
import { createTranslation, directionOf } from './messages/translate.ts'
import { cx } from './ui/class-names.ts'
import { createClock } from './ui/clock.ts'
import { asRefusal } from './ui/refusal.ts'
import { RollcallContext } from './ui/rollcall-context.ts'
import { ToastRegion } from './ui/toast.tsx'
import { createToastStore } from './ui/toast-store.ts'

export interface RollcallProviderProps extends Omit<ComponentPropsWithoutRef<'div'>, 'dir' | 'lang'> {
  /** From `createClient` of `@rollcall/client`. */
  client: RollcallClient
  /** BCP 47. Shortened until a catalogue is found, else English (en-GB). */
  locale?: string
  /** Further catalogues by BCP 47 tag, or other words for some sentences: `{ de, 'en-GB': { users: { title: 'People' } } }`. */
  messages?: Catalogues
  /** `system` follows the reader's own setting. */
  theme?: 'light' | 'dark' | 'system'
  density?: 'compact' | 'default' | 'comfortable'
  /** Follows the language unless given. */
  dir?: 'ltr' | 'rtl'
  /** IANA name of the zone times are told in; the browser's own unless given. */
  timeZone?: string
  /** The present in epoch milliseconds, for tests and stories; keep the function's identity stable. */
  now?: () => number
  /** A host that uses TanStack Query itself gives its own here; children find this one. */
  queryClient?: QueryClient
  /** Single-key shortcuts such as `/`; they listen only while focus is inside. */
  shortcuts?: boolean
}

/** What every Rollcall component needs above it: client, language, look, and the place dialogs and toasts appear in. */
export const RollcallProvider = forwardRef<HTMLDivElement, RollcallProviderProps>(function RollcallProvider(
  {
    client,
    locale: wished = 'en-GB',
    messages,
    theme = 'system',
    density = 'default',
    dir: givenDir,
    timeZone,
    now = Date.now,
    queryClient: givenQueryClient,
    shortcuts = true,
    className,
    children,
    ...rest
  },
  ref,
) {
  const [ownQueryClient] = useState(createQueryClient)
  const [toasts] = useState(createToastStore)
  const [portal, setPortal] = useState<HTMLElement | null>(null)
  const clock = useMemo(() => createClock(now), [now])
  const { locale, translate, translateParts } = useMemo(() => createTranslation(wished, messages), [wished, messages])
  const dir = givenDir ?? directionOf(locale)

  const rollcall = useMemo(
    () => ({
      client,
      locale,
      dir,
      timeZone,
      clock,
      t: translate,
      parts: translateParts,
      portal,
      toasts,
      shortcuts,
    }),
    [client, locale, dir, timeZone, clock, translate, translateParts, portal, toasts, shortcuts],
  )

  return (
    <QueryClientProvider client={givenQueryClient ?? ownQueryClient}>
      <RollcallContext.Provider value={rollcall}>
        <div
          ref={ref}
          className={cx('rollcall', className)}
          data-rc-theme={theme}
          data-rc-density={density}
          {...rest}
          lang={locale}
          dir={dir}
        >
          {children}
          <div className="rc-portal" ref={setPortal} />
          <ToastRegion store={toasts} />
        </div>
      </RollcallContext.Provider>
    </QueryClientProvider>
  )
})

/** A refusal is an answer, so asking again is for faults alone. */
function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: (failures, error) => failures < 2 && [undefined, 'unavailable'].includes(asRefusal(error)?.code),
      },
    },
  })
}
