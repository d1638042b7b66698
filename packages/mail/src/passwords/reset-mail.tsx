import type { ResetMail } from '@rollcall/core'
import type { Letter, Setting } from '../ui/letter.ts'
import { Action, Code, Hello, Name, Paragraph, Secret } from '../ui/parts.tsx'

export function resetMail({ data, credential }: ResetMail, setting: Setting): Letter {
  const { words, brand, time } = setting
  const text = words.reset
  const until = words.linkUntil(time(data.expiresAt))
  const { code, page, link, temporaryPassword } = credential
  return {
    subject: text.subject(brand.name),
    preview: until,
    heading: text.heading,
    body: (
      <>
        <Hello setting={setting} />
        <Paragraph>
          {data.by && <>{text.sentBy(<Name>{data.by.name}</Name>)} </>}
          {text.what}
        </Paragraph>
        <Action label={text.action} link={link} note={`${until} ${text.oldPassword}`} setting={setting} />
        {temporaryPassword === null ? (
          <Code code={code} page={page} setting={setting} until={data.codeExpiresAt} />
        ) : (
          <Secret secret={temporaryPassword} what={text.orSignIn} note={text.either} />
        )}
      </>
    ),
    why: data.by ? text.ask(<Name>{data.by.name}</Name>) : text.why,
    link: page,
  }
}
