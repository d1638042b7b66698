import type { ResetMail } from '@rollcall/core'
import type { Letter, Setting } from '../ui/letter.ts'
import { Action, Code, Hello, Paragraph } from '../ui/parts.tsx'

export function resetMail({ data, credential }: ResetMail, setting: Setting): Letter {
  const { words, brand, time } = setting
  const text = words.reset
  const until = words.linkUntil(time(data.expiresAt))
  return {
    subject: text.subject(brand.name),
    preview: until,
    heading: text.heading,
    body: (
      <>
        <Hello setting={setting} />
        <Paragraph>{text.what}</Paragraph>
        <Action label={text.action} link={credential.link} note={`${until} ${text.oldPassword}`} setting={setting} />
        <Code code={credential.code} page={credential.page} setting={setting} until={data.codeExpiresAt} />
      </>
    ),
    why: text.why,
    link: credential.page,
  }
}
