import '../messages/en-GB/deletion.ts'
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'
import { Bidi } from '../ui/bidi.tsx'
import { Button } from '../ui/button.tsx'
import { useControlled } from '../ui/controlled.ts'
import { Dialog, DialogBody, DialogFoot } from '../ui/dialog.tsx'
import { useFrozen } from '../ui/frozen.ts'
import { asRefusal, describeProblem } from '../ui/refusal.ts'
import { Reason } from '../ui/refused.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { ErrorState } from '../ui/state.tsx'
import { Words } from '../ui/words.tsx'
import { DeleteUserForm } from './delete-user-form.tsx'
import { DeletionSkeleton } from './deletion-impact.tsx'
import { useDeletionImpact } from './deletion-impact-query.ts'
import { deletionRefused } from './deletion-refused.ts'
import { useOnboarding } from './onboarding-query.ts'
import type { User } from './users-query.ts'

export interface DeleteUserDialogProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title' | 'children'> {
  /** A user as the server told of them. An open dialog stays with the one, and the state, it was opened for. */
  user: Pick<User, 'id' | 'name' | 'email' | 'version' | 'enabled'> & {
    actions: Pick<User['actions'], 'delete' | 'edit'>
  }
  /** Leave out to let the dialog keep it itself. */
  open?: boolean
  defaultOpen?: boolean
  onOpenChange?: (open: boolean) => void
  /** Whom to ask before, such as a link to the host's support. */
  support?: ReactNode
  /** They are gone for good. */
  onDeleted?: () => void
  /** The milder way was taken. */
  onDeactivated?: () => void
}

/**
 * Deletes somebody: what would go with them first, then the milder way, then their name to type. `data-state` is
 * `loading`, `ready`, `refused` or `error`.
 */
export const DeleteUserDialog = forwardRef<HTMLDivElement, DeleteUserDialogProps>(function DeleteUserDialog(
  { user: current, open: given, defaultOpen = false, onOpenChange, ...own },
  ref,
) {
  const { support, onDeleted, onDeactivated, ...rest } = own
  const { t } = useRollcall()
  const [open, setOpen] = useControlled(given, defaultOpen, onOpenChange)
  const user = useFrozen(current, open)
  const editsWhole = useOnboarding().includes('creation')
  const verdict = user.actions.delete
  const refusedBefore = verdict !== undefined && verdict !== true
  const impact = useDeletionImpact(user.id, open && !refusedBefore)
  const refused = refusedBefore || asRefusal(impact.error)?.code === 'not-allowed'
  const state = refused ? 'refused' : impact.data ? 'ready' : impact.isError ? 'error' : 'loading'
  const { name } = user
  return (
    <Dialog
      ref={ref}
      open={open}
      onOpenChange={setOpen}
      title={<Words of={refused ? 'deletion.refused' : 'deletion.title'} with={{ name }} />}
      description={user.name === user.email ? undefined : <Bidi>{user.email}</Bidi>}
      data-state={state}
      aria-busy={state === 'loading'}
      {...rest}
    >
      {state === 'ready' && impact.data ? (
        <DeleteUserForm
          user={user}
          impact={impact.data}
          support={support}
          onCancel={() => setOpen(false)}
          onDeleted={() => {
            setOpen(false)
            onDeleted?.()
          }}
          onDeactivated={() => {
            setOpen(false)
            onDeactivated?.()
          }}
        />
      ) : (
        <>
          <DialogBody>
            {state === 'loading' ? (
              <DeletionSkeleton />
            ) : state === 'error' ? (
              <ErrorState title={t('deletion.impactDidNotLoad')} error={impact.error} onRetry={impact.refetch} />
            ) : (
              <Reason>
                {refusedBefore
                  ? deletionRefused(t, verdict, user.actions, editsWhole)
                  : describeProblem(t, impact.error)}
              </Reason>
            )}
          </DialogBody>
          <DialogFoot>
            <Button variant="ghost" onClick={() => setOpen(false)}>
              {t('common.close')}
            </Button>
          </DialogFoot>
        </>
      )}
    </Dialog>
  )
})
