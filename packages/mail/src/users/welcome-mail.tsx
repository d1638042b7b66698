import type { WelcomeMail } from '@rollcall/core'
import type { Letter, Setting } from '../ui/letter.ts'
import { Action, Address, Code, Hello, Name, Paragraph, Quote, Strong } from '../ui/parts.tsx'

export function welcomeMail({ data, credential }: WelcomeMail, setting: Setting): Letter {
  const { words, brand, time } = setting
  const { identifier, provider, forgotLink, signInLink, expiresAt, codeExpiresAt } = data
  const text = words.welcome
  const until = expiresAt === null ? null : words.linkUntil(time(expiresAt))
  const how = provider === null ? text.withPassword : text.through(<Name>{provider}</Name>)
  return {
    subject: text.subject(brand.name),
    preview: until ?? text.heading,
    heading: text.heading,
    body: (
      <>
        <Hello setting={setting} />
        <Paragraph>{text.setUp(<Strong>{identifier}</Strong>, brand.name)}</Paragraph>
        {data.text && <Quote>{data.text}</Quote>}
        <Paragraph>{credential ? text.choose : how}</Paragraph>
        <Action
          label={credential ? text.chooseAction : text.signInAction}
          link={credential?.link ?? signInLink}
          note={until ?? (forgotLink && text.forgot(<Address>{forgotLink}</Address>))}
          setting={setting}
        />
        {credential && codeExpiresAt !== null && (
          <Code code={credential.code} page={credential.page} setting={setting} until={codeExpiresAt} />
        )}
        {credential && <Paragraph>{text.afterwards(<Address>{signInLink}</Address>)}</Paragraph>}
      </>
    ),
    why: text.why,
    link: credential?.page ?? signInLink,
  }
}
