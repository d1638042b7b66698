import '../messages/en-GB/resources.ts'
import { lazy, Suspense, useRef, useState } from 'react'
import { ProblemBanner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { type FieldErrors, useForm } from '../ui/form.ts'
import { Select } from '../ui/input.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useToast } from '../ui/toast.tsx'
import { Words } from '../ui/words.tsx'
import { type UserChoice, UserSelect } from '../users/index.ts'
import { useGiveRole } from './use-give-role.ts'

// Loaded when first opened: it is much of the weight and seldom needed.
const InviteUserDialog = lazy(async () => ({ default: (await import('../invitations/index.ts')).InviteUserDialog }))

interface ResourcePermissionsAddProps {
  resource: { id: string; name: string }
  /** Those the reader may give here. */
  roles: readonly { id: string; name: string }[]
}

/** Gives somebody a role here: people one sees, exact addresses of others, and an invitation for those who are nobody yet. */
export function ResourcePermissionsAdd({ resource, roles }: ResourcePermissionsAddProps) {
  const { t } = useRollcall()
  const toast = useToast()
  const give = useGiveRole()
  const input = useRef<HTMLInputElement>(null)
  const [person, setPerson] = useState<UserChoice | null>(null)
  const [role, setRole] = useState(roles.length === 1 ? (roles[0]?.id ?? '') : '')
  const [invite, setInvite] = useState<{ key: number; email: string }>({ key: 0, email: '' })
  const [inviting, setInviting] = useState(false)

  const form = useForm({
    read: () => ({ person, role }),
    check: (values): FieldErrors => ({
      ...(values.person ? {} : { person: 'required' }),
      ...(values.role ? {} : { role: 'required' }),
    }),
    async send(values) {
      if (!values.person) return
      const { id, name, version, grants = [] } = values.person
      const direct = grants.filter(({ scope, source }) => scope === resource.id && source === 'direct')
      const held = direct.map((grant) => grant.role).filter((each) => each !== values.role)
      await give.mutateAsync({ userId: id, version, resource: resource.id, roles: [...held, values.role] })
      const given = roles.find((each) => each.id === values.role)?.name ?? values.role
      toast({
        title: <Words of="resources.gave" with={{ name, role: given, resource: resource.name }} />,
      })
      setPerson(null)
      input.current?.focus()
    },
  })

  return (
    <>
      <form className="rc-permissions-add" {...form.props}>
        <ProblemBanner problem={form.problem} />
        <Field label={t('resources.person')} hint={t('resources.personHint')} error={!person && form.error('person')}>
          <UserSelect
            ref={input}
            name="person"
            value={person}
            onChange={setPerson}
            resource={resource.id}
            onInvite={(email) => {
              setInvite(({ key }) => ({ key: key + 1, email }))
              setInviting(true)
            }}
          />
        </Field>
        <Field label={t('resources.role')} error={!role && form.error('role')}>
          <Select name="role" value={role} onChange={({ target }) => setRole(target.value)}>
            {roles.length > 1 && <option value="">{t('resources.chooseRole')}</option>}
            {roles.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Button type="submit" pending={form.pending}>
          {t('resources.give')}
        </Button>
      </form>
      {invite.key > 0 && (
        <Suspense>
          <InviteUserDialog
            key={invite.key}
            open={inviting}
            onOpenChange={setInviting}
            scope={{ resource: resource.id, name: resource.name, ...(role ? { role } : {}) }}
            defaultEmails={[invite.email]}
          />
        </Suspense>
      )}
    </>
  )
}
