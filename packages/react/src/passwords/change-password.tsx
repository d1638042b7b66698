import '../messages/en-GB/passwords.ts'
import '../messages/en-GB/profile.ts'
import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { Reason } from '../ui/refused.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Section } from '../ui/section.tsx'
import { ErrorState } from '../ui/state.tsx'
import { VisitorSkeleton } from '../ui/visitor-card.tsx'
import { Words } from '../ui/words.tsx'
import { ChangePasswordFields } from './change-password-fields.tsx'
import { usePasswordPolicy } from './password-policy-query.ts'
import { useChangeOwnPassword } from './use-change-own-password.ts'

export type ChangePasswordProps = Omit<ComponentPropsWithoutRef<'section'>, 'title' | 'children'>

/**
 * The change of one's own password as a section of a page. Whoever signs in through a provider is told that there is
 * none. `data-state` is `loading`, `ready`, `single-sign-on` or `error`.
 */
export const ChangePassword = forwardRef<HTMLElement, ChangePasswordProps>(function ChangePassword(props, ref) {
  const { t } = useRollcall()
  const policy = usePasswordPolicy()
  const { me, change } = useChangeOwnPassword()
  const failed = [me, policy].find((query) => query.isError && !query.data)
  const external = me.data?.authentication.kind === 'external'
  const state = external ? 'single-sign-on' : failed ? 'error' : me.data && policy.data ? 'ready' : 'loading'
  return (
    <Section
      ref={ref}
      title={t('profile.password')}
      description={state === 'ready' && t('passwords.changeLead')}
      data-state={state}
      aria-busy={state === 'loading'}
      {...props}
    >
      {me.data && external ? (
        <Reason>
          <Words
            of="profile.singleSignOn"
            with={{ provider: me.data.authentication.provider ?? t('common.unknown') }}
          />
        </Reason>
      ) : failed ? (
        <ErrorState error={failed.error} onRetry={failed.refetch} />
      ) : me.data && policy.data ? (
        <ChangePasswordFields me={me.data} rules={policy.data.password} onSend={change.mutateAsync} />
      ) : (
        <VisitorSkeleton fields={2} />
      )}
    </Section>
  )
})
