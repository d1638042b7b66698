import '../messages/en-GB/access.ts'
import { useId, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Radio } from '../ui/choice.tsx'
import { Icon } from '../ui/icon.tsx'
import { describeProblem } from '../ui/refusal.ts'
import { Reason } from '../ui/refused.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Words } from '../ui/words.tsx'
import { lockOf } from './grant-lock.ts'
import type { Role } from './roles-query.ts'
import { SourceTag } from './source-tag.tsx'
import type { useSwitchRole } from './use-switch-role.ts'

interface RoleChoiceProps {
  /** Names what is chosen. */
  labelledBy: string
  roles: readonly Role[]
  switching: ReturnType<typeof useSwitchRole>
}

/**
 * The one role somebody has on the whole product. It is chosen, then saved: with the arrow keys one passes roles that
 * nobody should be given in passing.
 */
export function RoleChoice({ labelledBy, roles, switching }: RoleChoiceProps) {
  const { t } = useRollcall()
  const id = useId()
  const [chosen, setChosen] = useState<string | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const { holder, waiting, switchRole } = switching
  const held = holder.grants.find(({ scope }) => scope === null)
  const current = roles.find((role) => role.id === held?.role)
  const next = roles.find((role) => role.id === chosen && role !== current)
  const locked = lockOf(t, holder, held ? [held] : [], current?.mayGrant ?? true)
  const pending = waiting.length > 0

  async function save(role: string) {
    setProblem(null)
    try {
      await switchRole({ role, scope: null, on: true, alone: true })
      setChosen(null)
    } catch (error) {
      setProblem(error)
    }
  }

  return (
    <>
      <div className="rc-roles rc-role-choice" role="radiogroup" aria-labelledby={labelledBy}>
        {roles.map((role) => (
          <div key={role.id} className="rc-roles-row">
            <div className="rc-grow">
              <Radio
                name={id}
                value={role.id}
                label={<bdi>{role.name}</bdi>}
                hint={role.description}
                {...(locked ? { 'aria-disabled': true, 'aria-describedby': `${id}-locked` } : {})}
                reason={!locked && !role.mayGrant && t('access.mayNotGive')}
                checked={role === (next ?? current)}
                onChange={() => setChosen(role.id)}
              />
            </div>
            {role === current && held && <SourceTag grant={held} groups={holder.groups} />}
          </div>
        ))}
      </div>
      {locked && <Reason id={`${id}-locked`}>{locked}</Reason>}
      {problem !== null && (
        <p className="rc-error" role="alert">
          <Icon name="alert" size="small" />
          <span className="rc-error-text">{describeProblem(t, problem)}</span>
        </p>
      )}
      {next && !locked && (
        <div className="rc-role-choice-save">
          <p className="rc-grow" role="status">
            {current ? (
              <Words of="access.insteadOf" with={{ role: next.name, current: current.name }} />
            ) : (
              t('access.notSaved', { role: next.name })
            )}
          </p>
          <Button variant="quiet" onClick={() => setChosen(null)}>
            {t('common.discard')}
          </Button>
          <Button pending={pending} onClick={() => void save(next.id)}>
            {t('access.saveRole')}
          </Button>
        </div>
      )}
    </>
  )
}
