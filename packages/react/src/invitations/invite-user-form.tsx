import '../messages/en-GB/invitations.ts'
import { useRef, useState } from 'react'
import { ProblemBanner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { DialogBody, DialogFoot, DialogForm } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { useForm } from '../ui/form.ts'
import { Select, Textarea } from '../ui/input.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { AddressInput } from './address-input.tsx'
import { isAddress, MOST_ADDRESSES, withAddresses } from './addresses.ts'
import { useInvitationPolicy } from './invitation-policy-query.ts'
import type { InviteScope } from './invite-user-dialog.tsx'
import { useAnnounceInvited } from './invited-toast.ts'
import { type InviteInput, type InviteResult, useInviteUsers } from './use-invite-users.ts'

interface InviteUserFormProps {
  scope: InviteScope | undefined
  emails: readonly string[] | undefined
  onInvited: ((results: readonly InviteResult[]) => void) | undefined
  close: () => void
}

export function InviteUserForm({ scope, emails = [], onInvited, close }: InviteUserFormProps) {
  const { t } = useRollcall()
  const policy = useInvitationPolicy()
  const { mutateAsync: inviteUsers } = useInviteUsers()
  const announce = useAnnounceInvited()
  const input = useRef<HTMLInputElement>(null)
  const [draft, setDraft] = useState<Draft>({ addresses: emails, text: '' })
  // Of addresses the server did not invite; they stay in the field.
  const [taken, setTaken] = useState<readonly string[]>([])
  const [edited, setEdited] = useState(false)
  const [keys] = useState(createKeys)

  const all = withAddresses(draft.addresses, draft.text)
  const isWrong = (address: string) => !isAddress(address) || taken.includes(address)

  const form = useForm({
    read: (data): InviteInput => ({ emails: all, ...askedOf(data, scope) }),
    check: ({ emails }) => {
      setEdited(false)
      if (emails.length === 0) return { emails: 'required' }
      setDraft({ addresses: emails, text: '' })
      return emails.some(isWrong) || emails.length > MOST_ADDRESSES ? { emails: 'invalid' } : {}
    },
    async send(asked) {
      const { results } = await inviteUsers({ ...asked, ...keys.keyOf(asked) })
      const failed = results.filter(({ verdict }) => verdict === 'email-in-use' || verdict === 'invalid')
      announce(results)
      onInvited?.(results)
      if (failed.length === 0) return close()
      setTaken(failed.map(({ email }) => email))
      setDraft({ addresses: failed.map(({ email }) => email), text: '' })
      input.current?.focus()
    },
  })

  const wrong = draft.addresses.filter(isWrong)
  const problem =
    wrong.length > 0
      ? wrong.map((email) => (
          <span key={email} className="rc-addresses-problem">
            {t(isAddress(email) ? 'invitations.emailInUse' : 'invitations.emailInvalid', { email })}
          </span>
        ))
      : draft.addresses.length > MOST_ADDRESSES
        ? t('invitations.tooMany', { count: MOST_ADDRESSES })
        : !edited && form.error('emails')

  const asks = policy?.asks ?? []
  const asksRole = scope ? scope.role === undefined : asks.includes('grants')
  const roles = policy?.roles.filter((role) =>
    scope ? role.resourceType !== null : role.rank !== null && role.mayGrant,
  )
  return (
    <DialogForm {...form.props}>
      <DialogBody className="rc-stack">
        <ProblemBanner problem={form.problem} />
        <Field label={t('invitations.email')} required hint={t('invitations.emailHint')} error={problem}>
          <AddressInput
            ref={input}
            name="emails"
            {...draft}
            onChange={(addresses, text) => {
              setDraft({ addresses, text })
              setEdited(true)
            }}
            isWrong={isWrong}
          />
        </Field>
        {asksRole && (
          <Field label={t('invitations.role')} error={form.error('grants')}>
            <Select name="role">
              {!scope && <option value="">{t('invitations.noRole')}</option>}
              {roles?.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        )}
        {asks.includes('language') && policy && (
          <Field label={t('invitations.language')} error={form.error('language')}>
            <Select name="language">
              {policy.languages.map((tag) => (
                <option key={tag} value={tag}>
                  {languageName(tag)}
                </option>
              ))}
            </Select>
          </Field>
        )}
        {asks.includes('message') && (
          <Field label={t('invitations.message')} optional={t('invitations.messageHint')} error={form.error('message')}>
            <Textarea name="message" maxLength={2_000} />
          </Field>
        )}
      </DialogBody>
      <DialogFoot>
        <Button variant="ghost" onClick={close}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" pending={form.pending}>
          {all.length === 0 ? t('invitations.invite') : t('invitations.inviteCount', { count: all.length })}
        </Button>
      </DialogFoot>
    </DialogForm>
  )
}

interface Draft {
  addresses: readonly string[]
  text: string
}

function askedOf(data: FormData, scope: InviteScope | undefined): Omit<InviteInput, 'emails'> {
  const text = (name: string) => String(data.get(name) ?? '').trim()
  const role = scope?.role ?? text('role')
  return {
    ...(role && { grants: [{ role, scope: scope?.resource ?? null }] }),
    ...(text('language') && { language: text('language') }),
    ...(text('message') && { message: text('message') }),
  }
}

/** "Deutsch", each language in its own words. */
function languageName(tag: string): string {
  return new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag
}

/** The same content keeps its key, so that pressing again after a lost answer does not invite twice. */
function createKeys() {
  let last = ''
  let key: string | undefined
  return {
    keyOf(asked: InviteInput): { idempotencyKey?: string } {
      const content = JSON.stringify(asked)
      // Pages without https have no randomUUID.
      if (content !== last) key = globalThis.crypto.randomUUID?.()
      last = content
      return key ? { idempotencyKey: key } : {}
    },
  }
}
