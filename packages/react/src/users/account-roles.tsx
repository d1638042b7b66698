import '../messages/en-GB/access.ts'
import '../messages/en-GB/accounts.ts'
import '../messages/en-GB/refusals.ts'
import { useId } from 'react'
import { Checkbox, Radio } from '../ui/choice.tsx'
import { Icon } from '../ui/icon.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import type { AccountPageProps } from './account-details.tsx'
import { roleField } from './account-fields.ts'
import { inheritedFrom } from './account-locks.ts'

/** The roles on the whole product: as many as the policy lets people have. What may not be given stays, with the reason. */
export function AccountRoles({ policy, account, form, user }: AccountPageProps) {
  const { t } = useRollcall()
  const id = useId()
  const roles = policy.roles.filter(({ resourceType }) => resourceType === null)
  const one = policy.systemRolesPerUser === 'one'
  const basic = roles.find((role) => role.id === policy.defaultRole)
  const verdict = user?.actions.assign ?? true
  const code = form.errors.grants
  const Choice = one ? Radio : Checkbox
  const held = roles.find((role) => account[roleField(role.id, null)] === true)
  return (
    <fieldset
      className="rc-account-roles rc-account-wide"
      {...(code ? { 'aria-describedby': `${id}-error` } : {})}
      role={one ? 'radiogroup' : undefined}
    >
      <legend className="rc-label">{t(one ? 'accounts.role' : 'accounts.roles')}</legend>
      {roles.map((role, index) => {
        const field = roleField(role.id, null)
        const inherited = user && inheritedFrom(t, user, role.id, null)
        const given = one && held ? held.mayGrant && role.mayGrant : role.mayGrant
        return (
          <Choice
            key={role.id}
            name={one ? id : field}
            label={<bdi>{role.name}</bdi>}
            hint={role.description}
            reason={inherited || (verdict !== true && t(`reasons.${verdict}`)) || (!given && t('accounts.mayNotGive'))}
            checked={account[field] === true || Boolean(inherited)}
            aria-invalid={code && index === 0 ? true : undefined}
            onChange={({ target }) => {
              if (one && held) form.change(roleField(held.id, null), null)
              form.change(field, target.checked || null)
            }}
          />
        )
      })}
      {code ? (
        <p className="rc-error" id={`${id}-error`}>
          <Icon name="alert" size="small" />
          <span className="rc-error-text">{t(`fields.${code}`)}</span>
        </p>
      ) : (
        basic && <p className="rc-hint">{t('accounts.rolesHint', { role: basic.name })}</p>
      )}
    </fieldset>
  )
}
