import '../messages/en-GB/deletion.ts'
import { lazy, type ReactNode, Suspense, useId, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Item, ItemList } from '../ui/item.tsx'
import { Reason } from '../ui/refused.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Section } from '../ui/section.tsx'
import { deletionRefused } from './deletion-refused.ts'
import { useOnboarding } from './onboarding-query.ts'
import type { UserWithDetails } from './user-query.ts'

// Loaded when first opened: it is heavy and seldom needed.
const DeleteUserDialog = lazy(async () => ({ default: (await import('./delete-user-dialog.tsx')).DeleteUserDialog }))

interface DangerZoneProps {
  user: UserWithDetails
  onDeleted: (() => void) | undefined
  support: ReactNode
}

/** What cannot be undone. Nothing is drawn where the server offers none of it. */
export function DangerZone({ user, onDeleted, support }: DangerZoneProps) {
  const { t } = useRollcall()
  const [open, setOpen] = useState(false)
  const [wanted, setWanted] = useState(false)
  const id = useId()
  const editsWhole = useOnboarding().includes('creation')
  const verdict = user.actions.delete
  if (verdict === undefined) return null
  const reason = verdict !== true && deletionRefused(t, verdict, user.actions, editsWhole)
  return (
    <Section tone="danger" title={t('deletion.zone')}>
      <ItemList>
        <Item
          title={t('deletion.delete')}
          detail={t('deletion.deleteDetail')}
          action={
            <Button
              variant="ghost"
              tone="danger"
              {...(reason ? { 'aria-disabled': true, 'aria-describedby': id } : {})}
              onClick={() => {
                setWanted(true)
                setOpen(true)
              }}
            >
              {t('deletion.deleteOpen')}
            </Button>
          }
        >
          {reason && <Reason id={id}>{reason}</Reason>}
        </Item>
      </ItemList>
      {wanted && (
        <Suspense>
          <DeleteUserDialog
            user={user}
            open={open}
            onOpenChange={setOpen}
            support={support}
            {...(onDeleted ? { onDeleted } : {})}
          />
        </Suspense>
      )}
    </Section>
  )
}
