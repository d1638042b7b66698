import { useState } from 'react'
import { Switch } from '../ui/choice.tsx'
import { Icon } from '../ui/icon.tsx'
import { describeProblem } from '../ui/refusal.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { lockOf } from './grant-lock.ts'
import type { Role } from './roles-query.ts'
import { SourceTag } from './source-tag.tsx'
import type { useSwitchRole } from './use-switch-role.ts'

interface RoleSwitchesProps {
  roles: readonly Role[]
  scope: string | null
  /** Whether the reader may give and take the role there. */
  mayGive: (role: Role) => boolean
  switching: ReturnType<typeof useSwitchRole>
}

/** A switch for each role, in force at once; one that fails goes back and says why. */
export function RoleSwitches({ roles, scope, mayGive, switching }: RoleSwitchesProps) {
  const { t } = useRollcall()
  const [problems, setProblems] = useState<Readonly<Record<string, unknown>>>({})
  const { holder, waiting, switchRole } = switching

  async function change(role: string, on: boolean) {
    setProblems(({ [role]: _, ...others }) => others)
    try {
      await switchRole({ role, scope, on })
    } catch (error) {
      setProblems((others) => ({ ...others, [role]: error }))
    }
  }

  return (
    <ul className="rc-roles">
      {roles.map((role) => {
        const sources = holder.grants.filter((grant) => grant.role === role.id && grant.scope === scope)
        const wish = waiting.findLast((each) => each.role === role.id && each.scope === scope)
        const reason = lockOf(t, holder, sources, mayGive(role), scope)
        return (
          <li key={role.id} className="rc-roles-row">
            <div className="rc-grow">
              <Switch
                label={<bdi>{role.name}</bdi>}
                hint={role.description}
                reason={reason}
                checked={wish ? wish.on : sources.length > 0}
                aria-busy={wish !== undefined}
                data-state={wish ? 'pending' : undefined}
                onChange={({ target }) => void change(role.id, target.checked)}
              />
              {problems[role.id] !== undefined && (
                <p className="rc-error" role="alert">
                  <Icon name="alert" size="small" />
                  <span className="rc-error-text">{describeProblem(t, problems[role.id])}</span>
                </p>
              )}
            </div>
            {sources.map((grant) => (
              <SourceTag key={`${grant.source} ${grant.group}`} grant={grant} groups={holder.groups} />
            ))}
          </li>
        )
      })}
    </ul>
  )
}
