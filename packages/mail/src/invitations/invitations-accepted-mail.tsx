import type { InvitationsAcceptedMail } from '@rollcall/core'
import { oneLine } from '../ui/clean.ts'
import type { Letter, Setting } from '../ui/letter.ts'
import { Action, Address, Name, Paragraph, Strong } from '../ui/parts.tsx'

export function invitationsAcceptedMail({ data }: InvitationsAcceptedMail, setting: Setting): Letter {
  const { people, usersLink } = data
  const text = setting.words.accepted
  const [first] = people
  const one = people.length === 1 && first !== undefined
  return {
    subject: one ? text.subjectOfOne(oneLine(first.name)) : text.many(people.length),
    preview: people.map(({ name }) => oneLine(name)).join(', '),
    heading: one ? text.one(<Name>{first.name}</Name>) : text.many(people.length),
    body: (
      <>
        <Paragraph>
          {text.registered}
          {people.map(({ name, email }) => (
            <span key={email}>
              <br />
              <Strong>{name}</Strong>, <Address>{email}</Address>
            </span>
          ))}
        </Paragraph>
        <Action label={text.action} link={usersLink} setting={setting} />
      </>
    ),
    why: text.why,
    link: usersLink,
  }
}
