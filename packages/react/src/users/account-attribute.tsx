import '../messages/en-GB/accounts.ts'
import '../messages/en-GB/refusals.ts'
import { Switch } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/input.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import type { Account } from './account-fields.ts'
import type { AccountForm } from './account-form.ts'
import { AccountLine } from './account-line.tsx'
import type { AccountPolicy } from './account-policy-query.ts'

interface AccountAttributeProps {
  attribute: AccountPolicy['attributes'][number]
  account: Account
  form: AccountForm
}

/** A field of the host's own, by its type. */
export function AccountAttribute({ attribute, account, form }: AccountAttributeProps) {
  const { t } = useRollcall()
  const { key, label, type, choices, screen } = attribute
  const name = `attributes.${key}`
  const fixed = screen === 'read-only' && t('accounts.attributeFixed')
  const code = form.errors[name]
  if (type === 'boolean') {
    return (
      <div className="rc-account-wide">
        <Switch
          name={name}
          label={label}
          reason={fixed}
          checked={account[name] === true}
          onChange={({ target }) => form.change(name, target.checked)}
        />
      </div>
    )
  }
  if (choices && !fixed) {
    const value = String(account[name] ?? '')
    return (
      <Field label={label} error={code && t(`fields.${code}`)}>
        <Select name={name} value={value} onChange={({ target }) => form.change(name, target.value)}>
          <option value="">{t('accounts.attributeNone')}</option>
          {[...new Set([...choices, ...(value ? [value] : [])])].map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </Select>
      </Field>
    )
  }
  return (
    <AccountLine
      name={name}
      label={label}
      type={type === 'date' ? 'date' : 'text'}
      inputMode={type === 'number' ? 'decimal' : undefined}
      locked={fixed}
      account={account}
      form={form}
    />
  )
}
