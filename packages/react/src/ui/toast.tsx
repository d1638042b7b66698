import { useEffect, useState, useSyncExternalStore } from 'react'
import { IconButton } from './button.tsx'
import { Icon } from './icon.tsx'
import { useRollcall } from './rollcall-context.ts'
import type { ShownToast, Toast, ToastStore } from './toast-store.ts'

/** Milliseconds a toast stays, not counting while it is hovered or holds focus. */
const STAY = 8_000

const NONE: readonly ShownToast[] = []

/** `const toast = useToast(); toast({ title: 'Invited lena.vogt@…' })`. */
export function useToast(): (toast: Toast) => void {
  return useRollcall().toasts.show
}

/** The one polite live region; stands in the page before anything is said, or it would not be read out. */
export function ToastRegion({ store }: { store: ToastStore }) {
  const { t } = useRollcall()
  const toasts = useSyncExternalStore(store.subscribe, store.read, () => NONE)
  return (
    <section className="rc-toasts" aria-label={t('common.notifications')} aria-live="polite" data-rc-toasts="">
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} dismiss={() => store.dismiss(toast.id)} />
      ))}
    </section>
  )
}

function ToastCard({ toast, dismiss }: { toast: ShownToast; dismiss: () => void }) {
  const { t } = useRollcall()
  const { title, detail, action, tone = 'ok', icon = tone === 'ok' ? 'confirmed' : 'alert' } = toast
  const [held, setHeld] = useState(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a fresh dismiss each render must not restart the time.
  useEffect(() => {
    if (held) return
    const timer = setTimeout(dismiss, STAY)
    return () => clearTimeout(timer)
  }, [held])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it is not pressed, it only stays while looked at.
    <div
      className="rc-toast"
      data-tone={tone}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name={icon} />
      <div className="rc-toast-text">
        <span className="rc-toast-title">{title}</span>
        {detail && <span className="rc-toast-detail">{detail}</span>}
      </div>
      {action && (
        <button
          type="button"
          className="rc-link"
          onClick={() => {
            action.run()
            dismiss()
          }}
        >
          {action.label}
        </button>
      )}
      <IconButton icon="close" label={t('common.close')} variant="quiet" size="small" onClick={dismiss} />
    </div>
  )
}
