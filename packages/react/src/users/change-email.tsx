import '../messages/en-GB/details.ts'
import '../messages/en-GB/emailChange.ts'
import { emailKey, emailProblem } from '@rollcall/core/rules'
import { useState } from 'react'
import { needsPassword, useConfirmation } from '../sign-in/index.ts'
import { ProblemBanner } from '../ui/banner.tsx'
import { Bidi } from '../ui/bidi.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { Dialog, DialogBody, DialogFoot, DialogForm } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { type FieldErrors, outcomeOf, useForm } from '../ui/form.ts'
import { Input } from '../ui/input.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Words } from '../ui/words.tsx'
import { useRequestEmailChange } from './use-request-email-change.ts'

/** Opens the dialog that asks for another address of one's own. */
export function ChangeEmail({ email }: { email: string }) {
  const { t } = useRollcall()
  const [open, setOpen] = useState(false)
  return (
    <>
      <LinkButton onClick={() => setOpen(true)}>{t('emailChange.open')}</LinkButton>
      <Dialog
        size="small"
        open={open}
        onOpenChange={setOpen}
        title={t('emailChange.title')}
        description={t('emailChange.lead')}
      >
        <ChangeEmailForm email={email} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

/** What was focused has gone with the form. */
const focus = (button: HTMLButtonElement | null) => button?.focus()

/** The address, the password where it was not given of late, and what happens next: the same for addresses that are taken. */
function ChangeEmailForm({ email, onClose }: { email: string; onClose: () => void }) {
  const { t } = useRollcall()
  const request = useRequestEmailChange()
  const confirmation = useConfirmation()
  const [sent, setSent] = useState<string | null>(null)
  const refused = needsPassword(request.error) ? null : request.error
  const told = outcomeOf(refused, ['email'])
  const form = useForm({
    read: (data) => String(data.get('email')).trim(),
    check(typed): FieldErrors {
      const problem = emailKey(typed) === emailKey(email) ? 'in-use' : emailProblem(typed)
      return problem ? { email: problem } : {}
    },
    send: async (typed) =>
      confirmation.attempt(async () => {
        await request.mutateAsync({ email: typed })
        setSent(typed)
      }),
  })
  if (sent !== null) {
    return (
      <>
        <DialogBody className="rc-stack">
          <p role="status">
            <Words of="emailChange.sent" with={{ email: <Bidi className="rc-strong">{sent}</Bidi> }} />
          </p>
          <p className="rc-lead">
            <Words of="emailChange.until" with={{ email: email }} />
          </p>
        </DialogBody>
        <DialogFoot>
          <Button ref={focus} onClick={onClose}>
            {t('common.close')}
          </Button>
        </DialogFoot>
      </>
    )
  }
  const code = told.errors.email
  return (
    <DialogForm {...form.props}>
      <DialogBody className="rc-stack">
        <ProblemBanner problem={told.problem} />
        <Field
          label={t('emailChange.new')}
          error={form.error('email') ?? (code && t(`fields.${code}`))}
          required
          hint={<Words of="emailChange.until" with={{ email: email }} />}
        >
          <Input
            name="email"
            type="email"
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={320}
            dir="ltr"
          />
        </Field>
      </DialogBody>
      <DialogFoot>
        <Button variant="ghost" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" pending={request.isPending}>
          {t('emailChange.send')}
        </Button>
      </DialogFoot>
      {confirmation.dialog}
    </DialogForm>
  )
}
