import '../messages/en-GB/users.ts'
import { type ReactNode, useId } from 'react'
import { LinkButton } from '../ui/button.tsx'
import type { IconName } from '../ui/icon.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import type { User } from './users-query.ts'
import { ACT_ICONS, BULK_ACTS, type BulkAct, isOffered, verdictOn } from './users-table-acts.ts'
import { useOpenUser, useUsersTable } from './users-table-context.ts'

interface ActBarProps {
  selected: readonly User[]
  /** Whoever is on the page: what could be done to nobody there is not offered. */
  users: readonly User[]
  onAct: (act: BulkAct, selected: readonly User[]) => void
  onImpersonate: (user: User) => void
  onClear: () => void
}

/**
 * What can be done to those selected. It stands there before anybody is, so that no row moves when the first one is
 * ticked; what the server refuses stays, with its reason.
 */
export function UsersActBar({ selected, users, onAct, onImpersonate, onClear }: ActBarProps) {
  const { t } = useRollcall()
  const policy = useUsersTable()
  const open = useOpenUser()
  const [first, ...others] = selected
  const nobody = first === undefined
  const alone = nobody ? t('users.selectFirst') : others.length > 0 && t('users.selectOne')
  const offered = (act: BulkAct | 'impersonate') => isOffered(act, [...selected, ...users], policy)
  const reasonAgainst = (act: BulkAct | 'impersonate') => {
    const verdict = verdictOn(act, selected)
    return verdict === undefined ? t('users.fitsNobody') : verdict !== true && t(`reasons.${verdict}`)
  }
  return (
    <section
      className="rc-table-bulk rc-users-acts"
      aria-label={t('users.acts')}
      data-state={nobody ? undefined : 'selected'}
    >
      <span className="rc-strong">
        {nobody ? t('users.noneSelected') : t('users.selected', { count: selected.length })}
      </span>
      {open && (
        <Act icon="eye" reason={alone} onAct={() => first && open(first)}>
          {t('users.view')}
        </Act>
      )}
      {offered('impersonate') && (
        <Act
          icon={ACT_ICONS.impersonate}
          reason={alone || reasonAgainst('impersonate')}
          onAct={() => first && onImpersonate(first)}
        >
          {t('users.impersonate')}
        </Act>
      )}
      {BULK_ACTS.filter(offered).map((act) => (
        <Act
          key={act}
          icon={ACT_ICONS[act]}
          reason={nobody ? t('users.selectFirst') : reasonAgainst(act)}
          danger={act === 'delete'}
          onAct={() => onAct(act, selected)}
        >
          {t(`users.${act}`)}
          {act === 'delete' && '…'}
        </Act>
      ))}
      <span className="rc-grow" />
      {!nobody && (
        <LinkButton tone="quiet" onClick={onClear}>
          {t('users.clearSelection')}
        </LinkButton>
      )}
    </section>
  )
}

interface ActProps {
  icon: IconName
  /** Why not. */
  reason: string | false
  danger?: boolean
  onAct: () => void
  children: ReactNode
}

function Act({ icon, reason, danger, onAct, children }: ActProps) {
  const id = useId()
  return (
    <span className="rc-users-act">
      <LinkButton
        icon={icon}
        {...(danger && { tone: 'danger' as const })}
        {...(reason && { 'aria-disabled': true, 'aria-describedby': id, title: reason })}
        onClick={onAct}
      >
        {children}
      </LinkButton>
      {reason && (
        <span className="rc-hidden" id={id}>
          {reason}
        </span>
      )}
    </span>
  )
}
