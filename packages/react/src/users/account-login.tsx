import '../messages/en-GB/accounts.ts'
import '../messages/en-GB/details.ts'
import '../messages/en-GB/refusals.ts'
import { LinkButton } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/input.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import type { AccountPageProps } from './account-details.tsx'
import { AccountLine } from './account-line.tsx'

/** What they sign in with, and where. */
export function AccountLogin({ policy, account, form, user }: AccountPageProps) {
  const { t } = useRollcall()
  const chosen = String(account.authentication)
  const ways = authenticationWays(policy.providers, chosen)
  const code = form.errors.authentication
  return (
    <>
      {policy.username && (
        <AccountLine
          name="username"
          label={t('details.username')}
          autoCapitalize="none"
          spellCheck={false}
          required
          hint={t('accounts.usernameHint')}
          locked={user !== undefined && user.username !== null && t('accounts.usernameFixed')}
          remedy={
            <WithoutSpaces typed={String(account.username ?? '')} onUse={(name) => form.change('username', name)} />
          }
          account={account}
          form={form}
        />
      )}
      <Field
        label={t('accounts.authentication')}
        required
        hint={chosen !== 'internal' && t('accounts.external')}
        error={code && t(`fields.${code}`)}
      >
        <Select
          name="authentication"
          value={chosen}
          onChange={({ target }) => form.change('authentication', target.value)}
        >
          {ways.map(({ value, name }) => (
            <option key={value} value={value}>
              {name ?? t('accounts.internal')}
            </option>
          ))}
        </Select>
      </Field>
    </>
  )
}

/** Most spaces in a user name were meant to tell the parts of a name apart. */
function WithoutSpaces({ typed, onUse }: { typed: string; onUse: (username: string) => void }) {
  const { t } = useRollcall()
  const username = typed.trim().replaceAll(/\s+/gu, '.')
  if (username === typed || username === '') return null
  return <LinkButton onClick={() => onUse(username)}>{t('accounts.useInstead', { username })}</LinkButton>
}

/** The password here, the providers there are, and the one somebody has that is no more; a name is missing for the password. */
export function authenticationWays(
  providers: readonly { readonly id: string; readonly name: string }[],
  chosen: string,
): { readonly value: string; readonly name?: string }[] {
  const known = providers.map(({ id, name }) => ({ value: `external:${id}`, name }))
  const isKnown = chosen === 'internal' || known.some(({ value }) => value === chosen)
  const former = isKnown ? [] : [{ value: chosen, name: chosen.slice('external:'.length) }]
  return [{ value: 'internal' }, ...known, ...former]
}
