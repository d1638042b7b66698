import type { TemporaryPasswordMail } from '@rollcall/core'
import type { Letter, Setting } from '../ui/letter.ts'
import { Action, Hello, Name, Paragraph, Secret } from '../ui/parts.tsx'

export function temporaryPasswordMail({ data, credential }: TemporaryPasswordMail, setting: Setting): Letter {
  const text = setting.words.temporaryPassword
  const until = text.until(setting.time(data.expiresAt))
  return {
    subject: text.subject(setting.brand.name),
    preview: until,
    heading: text.heading,
    body: (
      <>
        <Hello setting={setting} />
        <Paragraph>
          {text.what(data.by && <Name>{data.by.name}</Name>)} {text.old}
        </Paragraph>
        <Secret secret={credential.password} what={text.signIn} note={until} />
        <Action label={text.action} link={data.signInLink} setting={setting} />
      </>
    ),
    why: text.why,
    link: data.signInLink,
  }
}
