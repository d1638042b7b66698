import '../messages/en-GB/sign-in.ts'
import { forwardRef } from 'react'
import { useRollcall } from '../ui/rollcall-context.ts'
import type { Provider } from './use-identify.ts'

export interface ProviderStart {
  /** Instead of leaving for the provider's `startUrl`. */
  onProvider?: ((provider: Provider) => void) | undefined
  /** The page to come back to. */
  returnTo?: string | undefined
  /** Whoever is known there has to prove it anew, and may be somebody else. */
  fresh?: boolean
}

interface ProviderLinkProps extends ProviderStart {
  provider: Provider
  variant: 'primary' | 'ghost'
  /** What was typed here; the provider fills it in. */
  identifier?: string
  /** As small as other buttons of a dialog. */
  compact?: boolean
  describedBy?: string
}

/** Leads to a provider. */
export const ProviderLink = forwardRef<HTMLAnchorElement, ProviderLinkProps>(function ProviderLink(
  { provider, variant, identifier, fresh, compact, describedBy, onProvider, returnTo },
  ref,
) {
  const { t } = useRollcall()
  return (
    <a
      ref={ref}
      className="rc-button"
      data-variant={variant}
      data-size={compact ? undefined : 'large'}
      data-wide={compact ? undefined : 'yes'}
      href={withQuery(provider.startUrl, { identifier, returnTo, fresh: fresh ? '' : undefined })}
      aria-describedby={describedBy}
      onClick={(event) => {
        if (!onProvider) return
        event.preventDefault()
        onProvider(provider)
      }}
    >
      {t('signIn.continueWith', { provider: provider.name })}
    </a>
  )
})

function withQuery(address: string, asked: Readonly<Record<string, string | undefined>>): string {
  // JSON leaves out what is not given.
  const query = new URLSearchParams(JSON.parse(JSON.stringify(asked))).toString()
  return query ? address.replace(/(?=#|$)/, (address.includes('?') ? '&' : '?') + query) : address
}
