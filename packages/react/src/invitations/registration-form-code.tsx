import '../messages/en-GB/registration.ts'
import { ProblemBanner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { CodeField } from '../ui/code-field.tsx'
import { type FieldErrors, useForm } from '../ui/form.ts'
import { useRollcall } from '../ui/rollcall-context.ts'

interface RegistrationCodeProps {
  pending: boolean
  /** What went wrong beside the code itself. */
  problem: unknown
  /** The code that was looked up is nobody's. */
  wrong: boolean
  onCode: (code: string) => void
}

/** For somebody who read the mail elsewhere: the code printed beneath its link. */
export function RegistrationCode({ pending, problem, wrong, onCode }: RegistrationCodeProps) {
  const { t } = useRollcall()
  const form = useForm({
    read: (data) => String(data.get('token')).trim(),
    check: (code): FieldErrors => (code ? {} : { token: 'required' }),
    send: async (code) => onCode(code),
  })
  return (
    <form className="rc-stack" {...form.props}>
      <ProblemBanner problem={problem} />
      <div role="alert" className="rc-stack">
        <CodeField wrong={wrong && !pending && !form.error('token')} error={form.error('token')} />
      </div>
      <Button type="submit" size="large" wide pending={pending}>
        {t('registration.continue')}
      </Button>
    </form>
  )
}
