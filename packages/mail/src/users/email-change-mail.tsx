import type { EmailChangeMail } from '@rollcall/core'
import type { Letter, Setting } from '../ui/letter.ts'
import { Action, Code, Hello, Paragraph } from '../ui/parts.tsx'

export function emailChangeMail({ data, credential }: EmailChangeMail, setting: Setting): Letter {
  const { words, brand, time } = setting
  const text = words.emailChange
  const until = words.linkUntil(time(data.expiresAt))
  const { link, code, page } = credential
  return {
    subject: text.subject(brand.name),
    preview: until,
    heading: text.heading,
    body: (
      <>
        <Hello setting={setting} />
        <Paragraph>{text.what}</Paragraph>
        <Action label={text.action} link={link} note={`${until} ${text.oldAddress}`} setting={setting} />
        <Code code={code} page={page} setting={setting} until={data.codeExpiresAt} />
      </>
    ),
    why: text.why,
    link: page,
  }
}
