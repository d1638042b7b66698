import '../messages/en-GB/passwords.ts'
import { forwardRef } from 'react'
import { useRollcall } from '../ui/rollcall-context.ts'
import { ErrorState } from '../ui/state.tsx'
import { VisitorCard, type VisitorScreenProps, VisitorSkeleton } from '../ui/visitor-card.tsx'
import { ChangePasswordFields } from './change-password-fields.tsx'
import { usePasswordPolicy } from './password-policy-query.ts'
import { useChangeOwnPassword } from './use-change-own-password.ts'

export interface ChangePasswordFormProps extends VisitorScreenProps {
  /** The password is changed, all other sessions have ended, and a restricted session is a full one. */
  onChanged?: () => void
}

/** Changes one's own password. After a temporary one the current is not asked for, and there is nothing else to do first. */
export const ChangePasswordForm = forwardRef<HTMLElement, ChangePasswordFormProps>(function ChangePasswordForm(
  { onChanged, ...rest },
  ref,
) {
  const { t } = useRollcall()
  const policy = usePasswordPolicy()
  const { me, change } = useChangeOwnPassword()
  const forced = me.data?.restricted ?? false
  const failed = [me, policy].find((query) => query.isError && !query.data)
  return (
    <VisitorCard
      ref={ref}
      title={t(forced ? 'passwords.resetTitle' : 'passwords.changeTitle')}
      lead={t(forced ? 'passwords.temporaryLead' : 'passwords.changeLead')}
      data-state={forced ? 'forced' : 'free'}
      {...rest}
    >
      {failed ? (
        <ErrorState error={failed.error} onRetry={failed.refetch} />
      ) : me.data && policy.data ? (
        <ChangePasswordFields
          me={me.data}
          rules={policy.data.password}
          onSend={change.mutateAsync}
          {...(onChanged ? { onChanged } : {})}
        />
      ) : (
        <VisitorSkeleton fields={2} />
      )}
    </VisitorCard>
  )
})
