import '../messages/en-GB/matrix.ts'
import { type ReactNode, useId } from 'react'
import { Tag } from '../ui/badge.tsx'
import { Bidi } from '../ui/bidi.tsx'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { type Matrix, type MatrixRole, useOwnRoles } from './roles-matrix-query.ts'
import { type MatrixRow, nameOfRole, namesWhere, typesOf } from './roles-matrix-rows.ts'

const SIGHT = {
  self: 'matrix.seesSelf',
  resource: 'matrix.seesResource',
  organization: 'matrix.seesOrganization',
  all: 'matrix.seesAll',
} as const

interface RolesMatrixPanelProps {
  matrix: Matrix
  of: MatrixRole | MatrixRow
  onClose: () => void
}

/** What the right or role that was pressed means, who has it, and whether the reader does. */
export function RolesMatrixPanel({ matrix, of, onClose }: RolesMatrixPanelProps) {
  const { t } = useRollcall()
  const id = useId()
  return (
    <aside className="rc-matrix-panel" aria-labelledby={id}>
      <header className="rc-matrix-panel-head">
        <div className="rc-grow">
          <h3 className="rc-title" id={id}>
            <Bidi>{of.name}</Bidi>
          </h3>
          <p className="rc-mono rc-matrix-id">
            <Bidi>{of.id}</Bidi>
          </p>
        </div>
        <IconButton icon="close" variant="quiet" size="small" label={t('matrix.close')} onClick={onClose} />
      </header>
      {of.description && (
        <p className="rc-matrix-text" role="status">
          {of.description}
        </p>
      )}
      {'held' in of ? <AboutRight matrix={matrix} row={of} /> : <AboutRole matrix={matrix} role={of} />}
    </aside>
  )
}

function AboutRight({ matrix, row }: { matrix: Matrix; row: MatrixRow }) {
  const { t } = useRollcall()
  const { roles } = matrix
  const has = (role: MatrixRole) => (row.kind === 'reach' ? row.id in role.reach : role.rights.includes(row.id))
  const system = namesWhere(roles, null, has)
  const total = roles.filter(({ resourceType }) => resourceType === null).length
  return (
    <>
      {total > 0 && (
        <Fact title={t('matrix.heldBy', { held: system.length, count: total })}>
          <Names of={system} />
        </Fact>
      )}
      {typesOf(matrix).map((type) => {
        const names = namesWhere(roles, type, has)
        return (
          names.length > 0 && (
            <Fact key={type} title={t('matrix.heldOn', { type })}>
              <Names of={names} />
            </Fact>
          )
        )
      })}
      {row.kind === 'right' && <HeldByReader matrix={matrix} right={row.id} />}
    </>
  )
}

function AboutRole({ matrix, role }: { matrix: Matrix; role: MatrixRole }) {
  const { t } = useRollcall()
  const me = useOwnRoles()
  const { id, resourceType: type, visibility } = role
  const reach = Object.entries(role.reach).map(([on, reached]) => {
    return t('matrix.roleOnEvery', { role: nameOfRole(matrix, reached), type: on })
  })
  const reachedBy = type === null ? [] : namesWhere(matrix.roles, null, ({ reach }) => reach[type] === id)
  const held = me?.grants.filter((grant) => grant.role === id) ?? []
  const words =
    held.length === 0
      ? t('matrix.haveNot')
      : type === null
        ? t('matrix.have')
        : t('matrix.haveOn', { count: new Set(held.map(({ scope }) => scope)).size, type })
  return (
    <>
      <Fact title={t('matrix.gives', { held: role.rights.length, count: matrix.rights.length })} />
      {visibility !== null && <Fact title={t('matrix.sees')}>{t(SIGHT[visibility])}</Fact>}
      {reach.length > 0 && (
        <Fact title={t('matrix.reach')}>
          {reach.map((sentence) => (
            <span key={sentence} className="rc-matrix-line">
              <span className="rc-matrix-star" aria-hidden="true">
                *
              </span>{' '}
              {sentence}
            </span>
          ))}
        </Fact>
      )}
      {type !== null && reachedBy.length > 0 && (
        <Fact title={t('matrix.reachedBy', { type })}>
          <Names of={reachedBy} />
        </Fact>
      )}
      {role.mayGrant.length > 0 && (
        <Fact title={t('matrix.mayGive')}>
          <Names of={role.mayGrant.map((each) => nameOfRole(matrix, each))} />
        </Fact>
      )}
      {me && <Reader holds={held.length > 0}>{words}</Reader>}
    </>
  )
}

function HeldByReader({ matrix, right }: { matrix: Matrix; right: string }) {
  const { t, locale } = useRollcall()
  const me = useOwnRoles()
  if (!me) return null
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const mine = namesWhere(
    matrix.roles,
    null,
    ({ id, rights }) => rights.includes(right) && me.grants.some(({ role, scope }) => role === id && scope === null),
  )
  const reached = Object.entries(me.reachedRights).find(([, rights]) => rights.includes(right))?.[0]
  const count = Object.values(me.scopedRights).filter((rights) => rights.includes(right)).length
  const words =
    mine.length > 0
      ? t('matrix.holdThrough', { roles: list.format(mine) })
      : reached !== undefined
        ? t('matrix.holdOnEvery', { type: reached })
        : count > 0
          ? t('matrix.holdOnSome', { count })
          : t('matrix.holdNot')
  return <Reader holds={mine.length > 0 || reached !== undefined || count > 0}>{words}</Reader>
}

function Reader({ holds, children }: { holds: boolean; children: string }) {
  const { t } = useRollcall()
  return (
    <div className="rc-matrix-reader">
      <Fact title={t('matrix.you')}>
        <span className="rc-matrix-line" data-holds={holds ? 'yes' : 'no'}>
          <Icon name={holds ? 'check' : 'shield'} />
          {children}
        </span>
      </Fact>
    </div>
  )
}

function Fact({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <section className="rc-matrix-fact">
      <h4 className="rc-caption rc-matrix-fact-title">{title}</h4>
      {children}
    </section>
  )
}

function Names({ of }: { of: readonly string[] }) {
  return (
    <span className="rc-matrix-tags">
      {of.map((name) => (
        <Tag key={name}>{name}</Tag>
      ))}
    </span>
  )
}
