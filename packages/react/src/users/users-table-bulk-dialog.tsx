import '../messages/en-GB/bulk.ts'
import '../messages/en-GB/users.ts'
import { useState } from 'react'
import type { Translate } from '../messages/translate.ts'
import { ProblemBanner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogBody, DialogFoot, DialogForm } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/input.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { ErrorState } from '../ui/state.tsx'
import { type UsersPolicy, useUsersPolicy } from './roles-query.ts'
import { TypedName, useTypedName } from './typed-name.tsx'
import { type BulkChange, useBulkCheck, useChangeManyUsers } from './use-change-many-users.ts'
import type { User } from './users-query.ts'
import { type BulkAct, grantable } from './users-table-acts.ts'
import { BulkList } from './users-table-bulk-list.tsx'

interface BulkDialogProps {
  act: BulkAct
  /** Those selected when it was opened, as they were then. */
  users: readonly User[]
  open: boolean
  onOpenChange: (open: boolean) => void
  /** It was closed after something was done. */
  onDone: () => void
}

/** Says of each what would happen, does it with progress, and says of each what did. */
export default function BulkDialog({ act: begun, users, open, onOpenChange, onDone }: BulkDialogProps) {
  const { t } = useRollcall()
  const [instead, setInstead] = useState(false)
  const act = instead ? 'disable' : begun
  const policy = useUsersPolicy()
  const [chosen, setChosen] = useState('')
  const choice = choiceFor(act, policy, t)
  const what = changeOf(act, chosen)
  const waiting = choice !== null && chosen === ''
  const check = useBulkCheck(what, users, open && !waiting)
  const change = useChangeManyUsers()
  const allowed = users.filter(({ id }) => check.data?.get(id) === true)
  const changed = [...change.verdicts.values()].filter((verdict) => verdict === true).length
  const typed = useTypedName(String(allowed.length))
  const { state } = change

  function close() {
    if (state === 'running') return
    onOpenChange(false)
    if (state === 'done' || change.verdicts.size > 0) onDone()
  }

  return (
    <Dialog
      open={open}
      onOpenChange={close}
      title={
        state === 'done'
          ? t(`bulk.${act}Done`, { count: changed })
          : t(`bulk.${act}Title`, { count: check.data ? allowed.length : users.length })
      }
      description={state === 'done' ? undefined : t(`bulk.${act}What`)}
      closable={state !== 'running'}
      data-state={state}
    >
      <DialogForm
        onSubmit={(event) => {
          event.preventDefault()
          if (state === 'ready') void change.run(what, allowed)
        }}
      >
        <DialogBody className="rc-stack">
          <ProblemBanner problem={change.problem} />
          {choice && state === 'ready' && (
            <Field label={choice.label} hint={choice.hint}>
              <Select value={chosen} onChange={({ target }) => setChosen(target.value)}>
                <option value="">{t('bulk.choose')}</option>
                {choice.options.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
          )}
          {check.isError ? (
            <ErrorState title={t('bulk.checkFailed')} error={check.error} onRetry={check.refetch} />
          ) : (
            <BulkList users={users} before={waiting ? null : check.data} after={change.verdicts} />
          )}
          {state !== 'ready' && (
            <div className="rc-bulk-progress">
              <progress
                className="rc-progress"
                aria-label={t(`bulk.${act}Title`, { count: allowed.length })}
                max={allowed.length}
                value={change.verdicts.size}
              />
              <span role="status">{t('bulk.progress', { done: change.verdicts.size, total: allowed.length })}</span>
            </div>
          )}
          {act === 'delete' && state === 'ready' && allowed.length > 0 && (
            <>
              <div className="rc-milder">
                <p className="rc-lead rc-grow">{t('bulk.milder')}</p>
                <Button variant="ghost" onClick={() => setInstead(true)}>
                  {t('bulk.disableInstead')}
                </Button>
              </div>
              <TypedName name={String(allowed.length)} typed={typed} />
            </>
          )}
        </DialogBody>
        <DialogFoot>
          {state !== 'done' && (
            <Button variant="ghost" aria-disabled={state === 'running'} onClick={close}>
              {t('common.cancel')}
            </Button>
          )}
          {state === 'done' ? (
            <Button key="close" ref={focus} onClick={close}>
              {t('common.close')}
            </Button>
          ) : (
            <Button
              key="run"
              type="submit"
              {...(act === 'delete' && { tone: 'danger' as const })}
              pending={state === 'running' || (check.isPending && !waiting)}
              {...(allowed.length === 0 ? { 'aria-disabled': true } : act === 'delete' ? typed.shut : {})}
            >
              {t(`bulk.${act}Act`, { count: check.data ? allowed.length : users.length })}
            </Button>
          )}
        </DialogFoot>
      </DialogForm>
    </Dialog>
  )
}

/** Stands for no provider among providers, whose ids it cannot be. */
const PASSWORD = ':password'

interface Choice {
  readonly label: string
  readonly hint: string
  readonly options: readonly { readonly id: string; readonly name: string }[]
}

/** What has to be chosen for an act, the same for everybody; null: nothing. */
function choiceFor(act: BulkAct, { roles, providers }: UsersPolicy, t: Translate): Choice | null {
  if (act === 'assign') {
    const options = grantable(roles)
    return { label: t('users.role'), hint: t('bulk.roleHint'), options }
  }
  if (act !== 'changeSignIn') return null
  const options = [{ id: PASSWORD, name: t('users.internal') }, ...providers]
  return { label: t('users.authentication'), hint: t('bulk.changeSignInHint'), options }
}

function changeOf(act: BulkAct, chosen: string): BulkChange {
  if (act === 'assign') return { kind: 'grant', role: chosen, scope: null }
  if (act !== 'changeSignIn') return { kind: act }
  const authentication =
    chosen === PASSWORD ? ({ kind: 'internal' } as const) : ({ kind: 'external', provider: chosen } as const)
  return { kind: 'authentication', authentication }
}

/** What had the focus is gone. */
const focus = (button: HTMLButtonElement | null) => button?.focus()
