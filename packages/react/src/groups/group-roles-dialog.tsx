import '../messages/en-GB/groups.ts'
import { useId, useState } from 'react'
import { Bidi } from '../ui/bidi.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { Dialog, DialogBody, DialogFoot } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { type FieldErrors, useForm } from '../ui/form.ts'
import { Select } from '../ui/input.tsx'
import { Reason } from '../ui/refused.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { EmptyState } from '../ui/state.tsx'
import { Words } from '../ui/words.tsx'
import { type GroupPlaces, useGroupPlaces } from './group-places-query.ts'
import { GroupProblem } from './group-problem.tsx'
import type { Group } from './groups-query.ts'
import type { GroupDialogProps } from './groups-table-dialogs.tsx'
import { useEditGroup } from './use-edit-group.ts'

type GroupGrant = Group['grants'][number]

/** The roles a group gives on single resources, in force at once. */
export function GroupRolesDialog({ group, manage, open, onOpenChange }: GroupDialogProps) {
  const { t } = useRollcall()
  const edit = useEditGroup()
  const places = useGroupPlaces()
  const [said, setSaid] = useState<(GroupGrant & { of: 'groups.gave' | 'groups.took' }) | null>(null)
  const [taking, setTaking] = useState<GroupGrant | null>(null)
  const { id: groupId, version, grants } = group

  async function take(grant: GroupGrant) {
    setSaid(null)
    setTaking(grant)
    try {
      await edit.mutateAsync({ groupId, version, grants: grants.filter((each) => !same(each, grant)) })
      setSaid({ ...grant, of: 'groups.took' })
      setTaking(null)
    } catch {
      // The hook keeps what was thrown, and it is shown above.
    }
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="large"
      title={<Words of="groups.rolesTitle" with={{ name: group.name }} />}
      description={t('groups.rolesLead')}
    >
      <DialogBody className="rc-stack">
        {manage && places.places.length === 0 && <Reason>{t('groups.noPlaces')}</Reason>}
        {manage && places.places.length > 0 && (
          <GiveRole
            places={places}
            held={grants}
            onGive={async (grant) => {
              setSaid(null)
              setTaking(null)
              await edit.mutateAsync({ groupId, version, grants: [...grants, grant] })
              setSaid({ ...grant, of: 'groups.gave' })
            }}
          />
        )}
        {taking && <GroupProblem problem={edit.error} />}
        {grants.length === 0 ? (
          <EmptyState icon="key" title={t('groups.noRoles')}>
            {t('groups.noRolesDetail')}
          </EmptyState>
        ) : (
          <ul className="rc-groups-list" aria-label={t('groups.roleList')}>
            {grants.map((grant) => (
              <GrantItem
                key={`${grant.role} ${grant.scope}`}
                grant={grant}
                places={places}
                pending={edit.isPending && taking !== null && same(grant, taking)}
                {...(manage ? { onTake: () => void take(grant) } : {})}
              />
            ))}
          </ul>
        )}
      </DialogBody>
      <DialogFoot>
        <span className="rc-dialog-note" role="status">
          {said && (
            <Words
              of={said.of}
              with={{ role: places.roleName(said.role), resource: places.resourceName(said.scope) }}
            />
          )}
        </span>
        <Button variant="ghost" onClick={() => onOpenChange(false)}>
          {t('common.close')}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}

interface GrantItemProps {
  grant: GroupGrant
  places: GroupPlaces
  pending: boolean
  onTake?: () => void
}

function GrantItem({ grant, places, pending, onTake }: GrantItemProps) {
  const { t } = useRollcall()
  const reason = useId()
  const [role, resource] = [places.roleName(grant.role), places.resourceName(grant.scope)]
  const refused = !places.mayGive(grant)
  return (
    <li className="rc-groups-item">
      <div className="rc-grow">
        <p className="rc-strong">
          <Bidi>{role}</Bidi>
        </p>
        <p className="rc-lead">
          <Bidi>{resource}</Bidi>
        </p>
        {onTake && refused && <Reason id={reason}>{t('groups.mayNotTake')}</Reason>}
      </div>
      {onTake && (
        <IconButton
          icon="close"
          variant="quiet"
          size="small"
          label={t('groups.take', { role, resource })}
          pending={pending}
          {...(refused ? { 'aria-disabled': true, 'aria-describedby': reason } : {})}
          onClick={onTake}
        />
      )}
    </li>
  )
}

interface GiveRoleProps {
  places: GroupPlaces
  held: readonly GroupGrant[]
  onGive: (grant: GroupGrant) => Promise<void>
}

function GiveRole({ places: { places }, held, onGive }: GiveRoleProps) {
  const { t } = useRollcall()
  const [scope, setScope] = useState('')
  const [role, setRole] = useState('')
  const roles = places.find(({ id }) => id === scope)?.roles ?? []
  const free = roles.filter(({ id }) => !held.some((grant) => same(grant, { role: id, scope })))
  const form = useForm({
    read: () => ({ scope, role }),
    check: (values): FieldErrors => ({
      ...(values.scope === '' ? { scope: 'required' } : {}),
      ...(values.role === '' ? { role: 'required' } : {}),
    }),
    async send(values) {
      await onGive(values)
      setRole('')
    },
  })
  return (
    <form className="rc-groups-give" aria-label={t('groups.give')} {...form.props}>
      <GroupProblem problem={form.problem} />
      <Field label={t('groups.resource')} error={scope === '' && form.error('scope')}>
        <Select
          name="scope"
          value={scope}
          onChange={({ target }) => {
            setScope(target.value)
            setRole('')
          }}
        >
          <option value="">{t('groups.chooseResource')}</option>
          {places.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('groups.role')} error={role === '' && form.error('role')}>
        <Select name="role" value={role} onChange={({ target }) => setRole(target.value)}>
          <option value="">{t('groups.chooseRole')}</option>
          {free.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Button type="submit" pending={form.pending}>
        {t('groups.give')}
      </Button>
    </form>
  )
}

function same(one: GroupGrant, other: GroupGrant): boolean {
  return one.role === other.role && one.scope === other.scope
}
