import type { LockedMail } from '@rollcall/core'
import type { Letter, Setting } from '../ui/letter.ts'
import { Action, Hello, Paragraph } from '../ui/parts.tsx'

export function lockedMail({ data }: LockedMail, setting: Setting): Letter {
  const text = setting.words.locked
  const opens = data.opensAt === null ? text.staysLocked : text.opens(setting.time(data.opensAt))
  return {
    subject: text.subject(setting.brand.name),
    preview: opens,
    heading: text.heading,
    body: (
      <>
        <Hello setting={setting} />
        <Paragraph>
          {text.attempts(data.attempts)} {opens}
        </Paragraph>
        <Action label={text.newPassword} link={data.forgotLink} setting={setting} />
      </>
    ),
    why: text.why,
    link: data.forgotLink,
  }
}
