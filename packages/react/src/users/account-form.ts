import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { type FieldErrors, outcomeOf } from '../ui/form.ts'
import { type AccountDraft, shownFields } from './account-fields.ts'
import type { AccountPolicy } from './account-policy-query.ts'
import type { Changes } from './use-draft.ts'
import type { UserWithDetails } from './user-query.ts'

export type AccountStep = 'details' | 'apps' | 'summary'

interface AccountFormOptions {
  readonly draft: AccountDraft
  readonly kept: { readonly write: (changes: Changes) => void }
  /** Whether there is anything to assign. */
  readonly hasApps: boolean
  /** Undefined until known; nothing is sent without it. */
  readonly policy: AccountPolicy | undefined
  readonly check: (policy: AccountPolicy) => FieldErrors
  /** Sends; answers the user as they are now. */
  readonly send: (policy: AccountPolicy) => Promise<UserWithDetails>
  readonly onDone: (user: UserWithDetails) => void
}

export interface AccountForm {
  readonly step: AccountStep
  /** Whether the button of this page saves. */
  readonly commits: boolean
  readonly pending: boolean
  /** What was thrown and is not wholly said beside fields. */
  readonly problem: unknown
  readonly errors: FieldErrors
  /** Counts attempts that failed, so that the page opens and focuses what is wrong. */
  readonly failures: number
  /** Of the page's body. */
  readonly body: RefObject<HTMLDivElement | null>
  readonly change: AccountDraft['change']
  readonly onSubmit: (event: FormEvent) => void
  readonly back: () => void
  readonly showProblem: () => void
  readonly restart: () => void
  /** Set once it is saved. */
  readonly saved: UserWithDetails | null
}

/** The pages of a wizard over an account: details, apps, and once saved the summary. */
export function useAccountForm(options: AccountFormOptions): AccountForm {
  const { draft, kept, hasApps, policy, check, send, onDone } = options
  const body = useRef<HTMLDivElement>(null)
  const [step, setStep] = useState<AccountStep>('details')
  const [pending, setPending] = useState(false)
  const [saved, setSaved] = useState<UserWithDetails | null>(null)
  const [{ errors, problem, failures }, setOutcome] = useState<Outcome>(FINE)
  const commits = step === 'apps' || !hasApps
  const { changes } = draft

  useEffect(() => kept.write(saved ? {} : changes), [kept, changes, saved])
  const ready = policy !== undefined
  useEffect(() => {
    const dialog = ready && dialogOf(body.current)
    // It opened before there was any field to begin in.
    if (dialog && dialog === document.activeElement) body.current?.querySelector<HTMLElement>('input')?.focus()
  }, [ready])
  useEffect(() => {
    if (failures === 0 || step !== 'details') return
    const wrong = body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    wrong?.focus()
    // What is wrong stands beneath it.
    wrong?.closest('.rc-field, fieldset')?.scrollIntoView({ block: 'nearest' })
  }, [failures, step])

  const fail = (wrong: Pick<Outcome, 'errors' | 'problem'>) =>
    setOutcome(({ failures: before }) => ({ ...wrong, failures: before + 1 }))
  /** The page is read from its top. */
  const go = (next: AccountStep) => {
    setStep(next)
    dialogOf(body.current)?.focus()
    body.current?.scrollTo({ top: 0 })
  }

  async function submit() {
    if (!policy) return
    const wrong = check(policy)
    if (Object.keys(wrong).length > 0) {
      setStep('details')
      return fail({ errors: wrong, problem: null })
    }
    setOutcome(FINE)
    if (!commits) return go('apps')
    setPending(true)
    try {
      const user = await send(policy)
      setSaved(user)
      go('summary')
      onDone(user)
    } catch (error) {
      const outcome = outcomeOf(error, shownFields(policy))
      if (Object.keys(outcome.errors).length > 0) setStep('details')
      fail(outcome)
    } finally {
      setPending(false)
    }
  }

  return {
    step,
    commits,
    pending,
    problem,
    errors,
    failures,
    body,
    saved,
    change(field, to) {
      setOutcome(({ errors: { [field]: _, ...others }, ...rest }) => ({ ...rest, errors: others }))
      draft.change(field, to)
    },
    onSubmit(event) {
      event.preventDefault()
      // A dialog's form inside a host's form bubbles through React even though the DOM nests neither.
      event.stopPropagation()
      if (!pending) void submit()
    },
    back: () => go('details'),
    showProblem: () => setOutcome((last) => ({ ...last, failures: last.failures + 1 })),
    restart() {
      draft.clear()
      setSaved(null)
      setOutcome(FINE)
      go('details')
    },
  }
}

interface Outcome {
  readonly errors: FieldErrors
  readonly problem: unknown
  readonly failures: number
}

const FINE: Outcome = { errors: {}, problem: null, failures: 0 }

function dialogOf(body: HTMLElement | null): HTMLElement | null | undefined {
  return body?.closest<HTMLElement>('[role="dialog"]')
}
