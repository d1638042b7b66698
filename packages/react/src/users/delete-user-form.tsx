import '../messages/en-GB/deletion.ts'
import type { ReactNode } from 'react'
import { ProblemBanner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { DialogBody, DialogFoot, DialogForm } from '../ui/dialog.tsx'
import { useForm } from '../ui/form.ts'
import { Refused } from '../ui/refused.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useToast } from '../ui/toast.tsx'
import { Words } from '../ui/words.tsx'
import type { DeleteUserDialogProps } from './delete-user-dialog.tsx'
import { DeletionImpactList } from './deletion-impact.tsx'
import type { DeletionImpact } from './deletion-impact-query.ts'
import { TypedName, useTypedName } from './typed-name.tsx'
import { useDeleteUser } from './use-delete-user.ts'
import { useDisableUser } from './use-disable-user.ts'

interface DeleteUserFormProps {
  user: DeleteUserDialogProps['user']
  impact: DeletionImpact
  support: ReactNode
  onCancel: () => void
  onDeleted: () => void
  onDeactivated: () => void
}

export function DeleteUserForm({ user, impact, support, onCancel, onDeleted, onDeactivated }: DeleteUserFormProps) {
  const { t } = useRollcall()
  const toast = useToast()
  const remove = useDeleteUser()
  const disable = useDisableUser()
  const typed = useTypedName(user.name)
  const { id: userId, version, name } = user
  const form = useForm({
    read: () => ({ userId, version }),
    async send(input) {
      disable.reset()
      await remove.mutateAsync(input)
      toast({ title: <Words of="deletion.deleted" with={{ name }} /> })
      onDeleted()
    },
  })

  function deactivate() {
    disable.mutate(
      { userId, version },
      {
        onSuccess() {
          const title = <Words of="deletion.deactivated" with={{ name }} />
          toast({ title, detail: t('deletion.deactivatedDetail') })
          onDeactivated()
        },
      },
    )
  }

  return (
    <DialogForm {...form.props}>
      <DialogBody className="rc-stack">
        <ProblemBanner problem={disable.error ?? form.problem} />
        <DeletionImpactList impact={impact} />
        {user.enabled && (
          <div className="rc-milder">
            <p className="rc-lead rc-grow">{t('deletion.milder')}</p>
            <Refused reason={impact.disable !== true && t(`reasons.${impact.disable}`)}>
              <Button variant="ghost" pending={disable.isPending} onClick={deactivate}>
                {t('deletion.milderNow')}
              </Button>
            </Refused>
          </div>
        )}
        <p className="rc-lead">{t('deletion.forGood')}</p>
        {support && <p className="rc-lead">{support}</p>}
        <TypedName name={user.name} typed={typed} />
      </DialogBody>
      <DialogFoot>
        <Button variant="ghost" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" tone="danger" pending={form.pending} {...typed.shut}>
          {t('deletion.now')}
        </Button>
      </DialogFoot>
    </DialogForm>
  )
}
