import '../messages/en-GB/groups.ts'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogBody, DialogFoot } from '../ui/dialog.tsx'
import { useFrozen } from '../ui/frozen.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useToast } from '../ui/toast.tsx'
import { Words } from '../ui/words.tsx'
import { useGroupPlaces } from './group-places-query.ts'
import { GroupProblem } from './group-problem.tsx'
import type { GroupDialogProps } from './groups-table-dialogs.tsx'
import { useDeleteGroup } from './use-delete-group.ts'

/** Says what its members lose before a group is deleted. */
export function DeleteGroupDialog({ group: current, open, onOpenChange }: GroupDialogProps) {
  const { t } = useRollcall()
  const toast = useToast()
  const remove = useDeleteGroup()
  const { roleName, resourceName } = useGroupPlaces()
  // Held while it works, as what is deleted has gone from the list; a newer state is shown after a refusal.
  const group = useFrozen(current, remove.isPending)
  const { name } = group
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={<Words of="groups.deleteTitle" with={{ name }} />}
      description={t('groups.deleteDetail')}
    >
      <DialogBody className="rc-stack">
        <GroupProblem problem={remove.error} />
        {group.grants.length === 0 ? (
          <p className="rc-lead">{t('groups.deleteNoRoles')}</p>
        ) : (
          <p className="rc-lead">
            <Words
              of="groups.deleteLoses"
              with={{
                count: group.members,
                roles: (
                  <span className="rc-groups-loses">
                    {group.grants.map(({ role, scope }) => (
                      <span key={`${role} ${scope}`} className="rc-groups-change rc-strong">
                        <Words of="groups.roleOn" with={{ role: roleName(role), resource: resourceName(scope) }} />
                      </span>
                    ))}
                  </span>
                ),
              }}
            />
          </p>
        )}
      </DialogBody>
      <DialogFoot>
        <Button variant="ghost" onClick={() => onOpenChange(false)}>
          {t('common.cancel')}
        </Button>
        <Button
          tone="danger"
          pending={remove.isPending}
          onClick={() =>
            remove.mutate(
              { groupId: group.id, version: group.version },
              {
                onSuccess() {
                  toast({ title: <Words of="groups.deleted" with={{ name }} /> })
                  onOpenChange(false)
                },
              },
            )
          }
        >
          {t('groups.deleteNow')}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}
