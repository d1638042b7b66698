import '../messages/en-GB/accounts.ts'
import '../messages/en-GB/refusals.ts'
import { type ComponentPropsWithoutRef, type ForwardedRef, forwardRef, useMemo, useState } from 'react'
import { Bidi } from '../ui/bidi.tsx'
import { useControlled } from '../ui/controlled.ts'
import { useFrozen } from '../ui/frozen.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useToast } from '../ui/toast.tsx'
import { Words } from '../ui/words.tsx'
import { accountErrors } from './account-check.ts'
import { AccountConflicts } from './account-conflicts.tsx'
import { AccountDialog } from './account-dialog.tsx'
import { type Account, accountOf, draftedAccount, editOf } from './account-fields.ts'
import { useAccountForm } from './account-form.ts'
import { appsOf } from './account-instances.ts'
import { AccountPages } from './account-pages.tsx'
import { useAccountPolicy, useAccountResources, useWelcomeMode } from './account-policy-query.ts'
import { isWelcomeDue, type MailBehind, welcomeAhead, welcomeBehind } from './account-welcome.ts'
import { useDraft } from './use-draft.ts'
import { type EditUserInput, useEditUser } from './use-edit-user.ts'
import { useKeptDraft } from './use-kept-draft.ts'
import { type UserWithDetails, useUser } from './user-query.ts'
import type { User } from './users-query.ts'

export interface EditUserWizardProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title' | 'children'> {
  /** Whom it is about; an open wizard stays with the one it was opened for. */
  user: Pick<User, 'id' | 'name'>
  /** Leave out to let the wizard keep it itself. */
  open?: boolean
  defaultOpen?: boolean
  onOpenChange?: (open: boolean) => void
  /** It is saved; the wizard goes on to its summary. */
  onSaved?: (user: UserWithDetails) => void
}

/**
 * Changes somebody’s account by the pages they are created with: details, apps, summary. What somebody else changed
 * meanwhile stands beside one’s own, field by field. `data-state` is `loading`, `details`, `apps`, `summary`, `refused` or
 * `error`.
 */
export const EditUserWizard = forwardRef<HTMLDivElement, EditUserWizardProps>(function EditUserWizard(
  { user: current, open: given, defaultOpen = false, onOpenChange, ...rest },
  ref,
) {
  const [open, setOpen] = useControlled(given, defaultOpen, onOpenChange)
  const person = useFrozen(current, open)
  if (!open) return null
  return <EditUser key={person.id} {...rest} person={person} forwardedRef={ref} onClose={() => setOpen(false)} />
})

interface EditUserProps extends Omit<EditUserWizardProps, 'user' | 'open' | 'defaultOpen' | 'onOpenChange'> {
  person: Pick<User, 'id' | 'name'>
  forwardedRef: ForwardedRef<HTMLDivElement>
  onClose: () => void
}

const NOTHING: Account = {}

function EditUser({ person, forwardedRef, onClose, onSaved, ...rest }: EditUserProps) {
  const { t, locale } = useRollcall()
  const toast = useToast()
  const policy = useAccountPolicy()
  const resources = useAccountResources()
  const { data: user, ...query } = useUser(person.id)
  const mode = useWelcomeMode()
  const { mutateAsync: editUser } = useEditUser()
  const rules = policy.data
  const items = resources.data
  const saved = useMemo(() => (user ? accountOf(user) : NOTHING), [user])
  const apps = useMemo(
    () => (rules && items && user ? appsOf(rules.containers, items, user.resources, locale) : []),
    [rules, items, user, locale],
  )
  const kept = useKeptDraft(person.id)
  const draft = useDraft<string>(saved, kept.read)
  const [restored, setRestored] = useState(() => Object.keys(draft.changes).length > 0)
  const [outcome, setOutcome] = useState<{ mail: MailBehind | null; changed: boolean }>({ mail: null, changed: false })
  const account = draftedAccount(saved, draft)

  const form = useAccountForm({
    draft,
    kept,
    hasApps: apps.length > 0,
    policy: rules,
    check: (known) => accountErrors(known, account, draft.changed),
    async send(known) {
      const before = user as UserWithDetails
      const { changed } = draft
      const due = isWelcomeDue({ before: saved, after: account })
      const after =
        changed.length > 0
          ? await editUser({
              ...editOf(account, changed, known),
              userId: before.id,
              version: before.version,
            } as EditUserInput)
          : before
      const mail = due ? welcomeBehind(mode, due, after, before.invitation?.sentAt) : null
      setOutcome({ mail, changed: changed.length > 0 })
      return after
    },
    onDone(after) {
      if (after === user) return
      toast({ title: <Words of="accounts.saved" with={{ name: after.name }} /> })
      onSaved?.(after)
    },
  })

  const error = policy.error ?? resources.error ?? query.error
  const retry = () => void Promise.all([policy.refetch(), resources.refetch(), query.refetch()])
  const verdict = user?.actions.edit ?? 'no-right'
  const name = <Bidi>{form.saved?.name ?? user?.name ?? person.name}</Bidi>
  const title = form.saved ? (outcome.changed ? 'accounts.savedTitle' : 'accounts.unchangedTitle') : 'accounts.edit'
  return (
    <AccountDialog
      ref={forwardedRef}
      title={<Words of={title} with={{ name }} />}
      lead={
        form.saved ? apps.length > 0 && t('accounts.summaryLead') : user && <Bidi>{user.username ?? user.email}</Bidi>
      }
      state={
        rules && items && user
          ? verdict === true
            ? 'ready'
            : { reason: t(`reasons.${verdict}`) }
          : error
            ? { error, retry }
            : 'loading'
      }
      steps={apps.length > 0 ? ['details', 'apps', 'summary'] : ['details', 'summary']}
      form={form}
      commit={t('accounts.saveAndContinue')}
      onClose={onClose}
      onCancel={() => {
        kept.drop()
        onClose()
      }}
      onStartOver={
        restored
          ? () => {
              setRestored(false)
              form.restart()
            }
          : undefined
      }
      conflicts={
        rules &&
        !form.saved &&
        draft.conflicting.length > 0 && <AccountConflicts policy={rules} apps={apps} draft={draft} saved={saved} />
      }
      {...rest}
    >
      {rules && user && (
        <AccountPages
          policy={rules}
          apps={apps}
          saved={saved}
          draft={draft}
          account={account}
          form={form}
          user={user}
          ahead={welcomeAhead({ mode, before: saved, after: account })}
          behind={outcome.mail}
        />
      )}
    </AccountDialog>
  )
}
