import type { InvitationMail } from '@rollcall/core'
import { oneLine } from '../ui/clean.ts'
import type { Letter, Setting } from '../ui/letter.ts'
import { Action, Address, Code, Name, Paragraph, Quote, Strong } from '../ui/parts.tsx'

export function invitationMail({ data, credential }: InvitationMail, setting: Setting): Letter {
  const { words, brand, time } = setting
  const { inviter, message } = data
  const text = words.invitation
  const until = words.linkUntil(time(data.expiresAt))
  return {
    subject: text.subject(inviter && oneLine(inviter.name), brand.name),
    preview: message ? oneLine(message) : until,
    heading: text.heading(inviter && <Name>{inviter.name}</Name>),
    body: (
      <>
        <Paragraph>{roles(data.roles, setting)}</Paragraph>
        {message && <Quote>{message}</Quote>}
        <Action label={text.action} link={credential.link} note={until} setting={setting} />
        <Code code={credential.code} page={credential.page} setting={setting} until={data.codeExpiresAt} />
      </>
    ),
    why: text.why(inviter && { name: <Name>{inviter.name}</Name>, email: <Address>{inviter.email}</Address> }),
    link: credential.page,
  }
}

function roles(given: InvitationMail['data']['roles'], { words, brand, list }: Setting) {
  if (given.length === 0) return words.invitation.noRoles(brand.name)
  const each = given.map(({ role, resource }) =>
    resource === null
      ? words.invitation.atProduct(<Strong>{role}</Strong>, brand.name)
      : words.invitation.onResource(<Strong>{role}</Strong>, <Name>{resource}</Name>),
  )
  return words.invitation.roles(list(each))
}
