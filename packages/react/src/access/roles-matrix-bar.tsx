import '../messages/en-GB/matrix.ts'
import { type KeyboardEvent, type RefObject, useId } from 'react'
import { Checkbox } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { SearchInput, Select } from '../ui/input.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import type { Matrix } from './roles-matrix-query.ts'
import { typesOf } from './roles-matrix-rows.ts'
import type { MatrixView } from './roles-matrix-view.ts'

interface RolesMatrixBarProps {
  matrix: Matrix
  view: MatrixView
  search: RefObject<HTMLInputElement | null>
  onShow: (type: string | null) => void
  onChoose: (role: string) => void
}

/** Which kind of roles, what to look for and, where there is room for few columns only, which role. */
export function RolesMatrixBar({ matrix, view, search, onShow, onChoose }: RolesMatrixBarProps) {
  const { t, dir } = useRollcall()
  const reason = useId()
  const types = [null, ...typesOf(matrix)]
  const nobodyAsked = view.asked.length === 0

  function steer(event: KeyboardEvent<HTMLElement>) {
    const forward = dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const step = event.key === forward ? 1 : ['ArrowLeft', 'ArrowRight'].includes(event.key) ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const next = (types.indexOf(view.type) + step + types.length) % types.length
    onShow(types[next] ?? null)
    event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus()
  }

  return (
    <div className="rc-matrix-bar">
      <div className="rc-matrix-tabs" role="tablist" aria-label={t('matrix.kinds')} onKeyDown={steer}>
        {types.map((type) => (
          <button
            key={type ?? ''}
            type="button"
            role="tab"
            className="rc-matrix-tab"
            aria-selected={type === view.type}
            tabIndex={type === view.type ? 0 : -1}
            onClick={() => type !== view.type && onShow(type)}
          >
            {type === null ? t('matrix.system') : <bdi>{titled(type)}</bdi>}
            <span className="rc-matrix-count">
              {matrix.roles.filter(({ resourceType }) => resourceType === type).length}
            </span>
          </button>
        ))}
      </div>
      <div className="rc-matrix-tools">
        <span className="rc-matrix-only">
          <Checkbox
            label={t('matrix.matchingOnly')}
            checked={view.matching}
            aria-disabled={nobodyAsked || undefined}
            aria-describedby={nobodyAsked ? reason : undefined}
            title={nobodyAsked ? t('matrix.chooseFirst') : undefined}
            onChange={({ target }) => view.setMatching(target.checked)}
          />
          <span id={reason} className="rc-hidden">
            {nobodyAsked && t('matrix.chooseFirst')}
          </span>
        </span>
        <Field label={t('matrix.role')} className="rc-matrix-pick">
          <Select value={view.chosen?.id ?? ''} onChange={({ target }) => onChoose(target.value)}>
            <option value="">{t('matrix.allRoles')}</option>
            {view.everyRole.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <SearchInput
          ref={search}
          className="rc-matrix-search"
          label={t('matrix.findRight')}
          shortcut="/"
          value={view.right}
          onChange={({ target }) => view.setRight(target.value)}
        />
        <SearchInput
          className="rc-matrix-search rc-matrix-search-role"
          label={t('matrix.findRole')}
          value={view.role}
          onChange={({ target }) => view.setRole(target.value)}
        />
      </div>
    </div>
  )
}

/** A type of resource as a title; it has no other name. */
function titled(type: string): string {
  return type.charAt(0).toUpperCase() + type.slice(1)
}
