import '../messages/en-GB/passwords.ts'
import { Field } from './field.tsx'
import { Input } from './input.tsx'
import { useRollcall } from './rollcall-context.ts'

interface CodeFieldProps {
  /** The code that was sent is nobody's. */
  wrong: boolean
  /** What else is wrong with it. */
  error: string | undefined
}

/** For somebody who read the mail elsewhere: the code printed beneath its link, `token` in the form. */
export function CodeField({ wrong, error }: CodeFieldProps) {
  const { t } = useRollcall()
  return (
    <Field
      label={t('passwords.code')}
      hint={t('passwords.codeHint')}
      error={wrong ? t('passwords.codeInvalid') : error}
      required
      size="large"
    >
      <Input
        className="rc-mono"
        name="token"
        autoComplete="one-time-code"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        maxLength={200}
      />
    </Field>
  )
}
