import '../messages/en-GB/access.ts'
import { type ComponentPropsWithoutRef, forwardRef, useState } from 'react'
import { Bidi } from '../ui/bidi.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogBody, DialogFoot } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { Select } from '../ui/input.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Words } from '../ui/words.tsx'
import { resourceKind } from './resource-kind.ts'
import { useResources } from './resources-query.ts'
import { RoleSwitches } from './role-switches.tsx'
import { useAllRoles } from './roles-query.ts'
import { type Holder, useSwitchRole } from './use-switch-role.ts'

export interface ResourceRolesDialogProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'title' | 'resource' | 'children'> {
  /** A user as the server told of them. */
  user: Holder
  /** The resource, as far as it is chosen; without one the dialog asks. */
  resource?: { id: string; name: string } | undefined
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** The roles of one person on one resource, as switches that take effect at once. */
export const ResourceRolesDialog = forwardRef<HTMLDivElement, ResourceRolesDialogProps>(function ResourceRolesDialog(
  { user, resource: given, open, onOpenChange, ...rest },
  ref,
) {
  const { t } = useRollcall()
  const switching = useSwitchRole(user)
  const { holder, waiting, saved } = switching
  const resources = useResources().data ?? []
  const roles = useAllRoles() ?? []
  const [chosen, setChosen] = useState('')
  const id = given?.id ?? chosen
  const resource = resources.find((each) => each.id === id)
  const held = roles.find((role) => holder.grants.some((grant) => grant.scope === id && grant.role === role.id))
  const type = resource?.type ?? held?.resourceType
  const kind = resourceKind(roles.map(({ resourceType }) => resourceType))
  return (
    <Dialog
      ref={ref}
      open={open}
      onOpenChange={onOpenChange}
      size="small"
      title={given ? <Words of="access.rolesOn" with={{ name: given.name }} /> : t(`access.giveOn${kind}`)}
      description={<Bidi>{holder.name}</Bidi>}
      {...rest}
    >
      <DialogBody className="rc-stack">
        {!given && (
          <Field label={t(`access.the${kind}`)}>
            <Select value={chosen} onChange={({ target }) => setChosen(target.value)}>
              <option value="">{t(`access.choose${kind}`)}</option>
              {resources
                .filter(({ mayGrant }) => mayGrant.length > 0)
                .map((each) => (
                  <option key={each.id} value={each.id}>
                    {each.name}
                  </option>
                ))}
            </Select>
          </Field>
        )}
        {id && (
          <RoleSwitches
            key={id}
            roles={roles.filter(({ resourceType }) => resourceType === type)}
            scope={id}
            mayGive={(role) => resource?.mayGrant.includes(role.id) ?? false}
            switching={switching}
          />
        )}
      </DialogBody>
      <DialogFoot>
        <span className="rc-dialog-note" role="status">
          {waiting.length > 0 && t('access.saving')}
          {saved && (
            <>
              <Icon name="check" size="small" /> {t('access.saved')}
            </>
          )}
        </span>
        <Button variant="ghost" onClick={() => onOpenChange(false)}>
          {t('common.close')}
        </Button>
      </DialogFoot>
    </Dialog>
  )
})
