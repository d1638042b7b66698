import '../messages/en-GB/refusals.ts'
import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import type { Account } from './account-fields.ts'
import type { AccountForm } from './account-form.ts'
import { LockedHint } from './profile-fields.tsx'

interface AccountLineProps extends Omit<ComponentPropsWithoutRef<'input'>, 'onChange' | 'value' | 'form'> {
  name: string
  label: string
  account: Account
  form: AccountForm
  /** Over the whole width. */
  wide?: boolean
  hint?: ReactNode
  /** Why it may not be changed. */
  locked?: string | false | undefined
  /** Behind what is wrong, the way to put it right. */
  remedy?: ReactNode
}

/** One field of text of an account. */
export function AccountLine(props: AccountLineProps) {
  const { name, label, account, form, wide, hint, locked, remedy, required = false, ...rest } = props
  const { t } = useRollcall()
  const code = form.errors[name]
  const value = String(account[name] ?? '')
  return (
    <Field
      className={wide ? 'rc-account-wide' : undefined}
      label={label}
      required={required && !locked}
      hint={locked ? <LockedHint>{locked}</LockedHint> : hint}
      error={
        code && (
          <>
            {t(`fields.${code}`)} {remedy}
          </>
        )
      }
    >
      {locked ? (
        <Input {...rest} value={value} readOnly />
      ) : (
        <Input
          autoComplete="off"
          dir="auto"
          {...rest}
          name={name}
          value={value}
          onChange={({ target }) => form.change(name, target.value)}
        />
      )}
    </Field>
  )
}
