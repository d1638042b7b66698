import type { OwnerlessMail } from '@rollcall/core'
import { oneLine } from '../ui/clean.ts'
import type { Letter, Setting } from '../ui/letter.ts'
import { Action, Address, Hello, Name, Paragraph, Strong } from '../ui/parts.tsx'

export function resourcesOwnerlessMail({ data }: OwnerlessMail, setting: Setting): Letter {
  const text = setting.words.ownerless
  const { resources, person, because, usersLink } = data
  const [first] = resources
  const subject =
    first && resources.length === 1 ? text.subjectOfOne(oneLine(first.name)) : text.subject(resources.length)
  return {
    subject,
    preview: text.why,
    heading: text.heading,
    body: (
      <>
        <Hello setting={setting} />
        <Paragraph>{text.because[because](<Name>{person.name}</Name>, <Address>{person.email}</Address>)}</Paragraph>
        {resources.map(({ name }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
          <Paragraph key={index}>
            <Strong>{name}</Strong>
          </Paragraph>
        ))}
        <Paragraph>{text.what}</Paragraph>
        <Action label={text.action} link={usersLink} setting={setting} />
      </>
    ),
    why: text.why,
    link: usersLink,
  }
}
