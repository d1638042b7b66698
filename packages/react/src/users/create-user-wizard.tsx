import '../messages/en-GB/accounts.ts'
import '../messages/en-GB/users.ts'
import {
  type ComponentPropsWithoutRef,
  cloneElement,
  type ForwardedRef,
  forwardRef,
  type ReactElement,
  useMemo,
  useState,
} from 'react'
import { Bidi } from '../ui/bidi.tsx'
import { Button } from '../ui/button.tsx'
import { useControlled } from '../ui/controlled.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useToast } from '../ui/toast.tsx'
import { Words } from '../ui/words.tsx'
import { accountErrors } from './account-check.ts'
import { AccountDialog } from './account-dialog.tsx'
import { type Account, creationOf, draftedAccount, draftedName, newAccount } from './account-fields.ts'
import { useAccountForm } from './account-form.ts'
import { appsOf } from './account-instances.ts'
import { AccountPages } from './account-pages.tsx'
import { useAccountPolicy, useAccountResources, useWelcomeMode } from './account-policy-query.ts'
import { isWelcomeDue, welcomeAhead, welcomeBehind } from './account-welcome.ts'
import { useCreateUser } from './use-create-user.ts'
import { useDraft } from './use-draft.ts'
import { useKeptDraft } from './use-kept-draft.ts'
import type { UserWithDetails } from './user-query.ts'

export interface CreateUserWizardProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title' | 'children'> {
  /** Leave out to let the wizard keep it itself. */
  open?: boolean
  defaultOpen?: boolean
  onOpenChange?: (open: boolean) => void
  /** A button that opens the wizard, when nothing else does. */
  trigger?: ReactElement<{ onClick?: () => void; 'aria-haspopup'?: 'dialog' }>
  /** They exist from now on; the wizard goes on to its summary. */
  onCreated?: (user: UserWithDetails) => void
}

/**
 * Sets somebody up in full: details, apps, and once they exist, a summary with what is left to do. What was typed outlives
 * an accidental close. `data-state` is `loading`, `details`, `apps`, `summary` or `error`.
 */
export const CreateUserWizard = forwardRef<HTMLDivElement, CreateUserWizardProps>(function CreateUserWizard(
  { open: given, defaultOpen = false, onOpenChange, trigger, ...rest },
  ref,
) {
  const [open, setOpen] = useControlled(given, defaultOpen, onOpenChange)
  return (
    <>
      {trigger && cloneElement(trigger, { onClick: () => setOpen(true), 'aria-haspopup': 'dialog' })}
      {open && <CreateUser {...rest} forwardedRef={ref} onClose={() => setOpen(false)} />}
    </>
  )
})

interface CreateUserProps extends Omit<CreateUserWizardProps, 'open' | 'defaultOpen' | 'onOpenChange' | 'trigger'> {
  forwardedRef: ForwardedRef<HTMLDivElement>
  onClose: () => void
}

const NOTHING: Account = {}

function CreateUser({ forwardedRef, onClose, onCreated, ...rest }: CreateUserProps) {
  const { t, locale } = useRollcall()
  const toast = useToast()
  const policy = useAccountPolicy()
  const resources = useAccountResources()
  const mode = useWelcomeMode()
  const { mutateAsync: createUser } = useCreateUser()
  const rules = policy.data
  const items = resources.data
  const saved = useMemo(() => (rules && items ? newAccount(rules, items) : NOTHING), [rules, items])
  const apps = useMemo(
    () => (rules && items ? appsOf(rules.containers, items, [], locale) : []),
    [rules, items, locale],
  )
  const kept = useKeptDraft('create-user')
  const draft = useDraft<string>(saved, kept.read)
  const [restored, setRestored] = useState(() => Object.keys(draft.changes).length > 0)
  const account = draftedAccount(saved, draft)
  const mailOf = (user: UserWithDetails) => {
    return welcomeBehind(mode, isWelcomeDue({ before: null, after: account }), user, undefined)
  }

  const form = useAccountForm({
    draft,
    kept,
    hasApps: apps.length > 0,
    policy: rules,
    check: (policy) => accountErrors(policy, account, null),
    send: (policy) => createUser(creationOf(account, policy)),
    onDone(user) {
      const mailed = mailOf(user)
      toast({
        title: <Words of="accounts.created" with={{ name: user.name }} />,
        detail: (mailed === 'accounts.mailUntil' || mailed === 'accounts.mailSent') && t('accounts.mailOnItsWay'),
      })
      onCreated?.(user)
    },
  })

  const restart = () => {
    setRestored(false)
    form.restart()
  }
  const retry = () => void Promise.all([policy.refetch(), resources.refetch()])
  const error = policy.error ?? resources.error
  return (
    <AccountDialog
      ref={forwardedRef}
      title={form.saved ? <Words of="accounts.createdTitle" with={{ name: form.saved.name }} /> : t('users.createUser')}
      lead={
        form.saved ? (
          apps.length > 0 && t('accounts.summaryLead')
        ) : form.step === 'apps' ? (
          <Bidi>
            {[...new Set([draftedName(account), ...(account.username ? [String(account.username)] : [])])].join(', ')}
          </Bidi>
        ) : (
          t(mode === 'everybody' ? 'accounts.leadWelcome' : 'accounts.lead')
        )
      }
      state={rules && items ? 'ready' : error ? { error, retry } : 'loading'}
      steps={apps.length > 0 ? ['details', 'apps', 'summary'] : ['details', 'summary']}
      form={form}
      commit={t('accounts.createAndContinue')}
      onClose={onClose}
      onCancel={() => {
        kept.drop()
        onClose()
      }}
      onStartOver={restored ? restart : undefined}
      another={
        <Button className="rc-account-back" variant="ghost" onClick={restart}>
          {t('accounts.another')}
        </Button>
      }
      {...rest}
    >
      {rules && (
        <AccountPages
          policy={rules}
          apps={apps}
          saved={saved}
          draft={draft}
          account={account}
          form={form}
          ahead={welcomeAhead({ mode, before: null, after: account })}
          behind={form.saved && mailOf(form.saved)}
        />
      )}
    </AccountDialog>
  )
}
