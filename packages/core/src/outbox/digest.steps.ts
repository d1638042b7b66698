import type { Stored } from './outbox.steps.ts'
import type { LeasedMail } from './outbox.store.ts'

/**
 * Joins acceptance mails to the same person that were held back for the day's end: the first row then stands for all.
 * Everything else stays alone.
 */
export function joinDigests(mails: readonly LeasedMail[]): LeasedMail[][] {
  const groups: LeasedMail[][] = []
  const digests = new Map<string, LeasedMail[]>()
  for (const mail of mails) {
    const heldBack = mail.template === 'invitations-accepted' && mail.dueAt > mail.createdAt
    const digest = heldBack ? digests.get(mail.userId) : undefined
    if (digest) {
      digest.push(mail)
      continue
    }
    const group = [mail]
    groups.push(group)
    if (heldBack) digests.set(mail.userId, group)
  }
  return groups.map((group) => (group.length > 1 ? joined(group) : group))
}

function joined(group: readonly LeasedMail[]): LeasedMail[] {
  const [first, ...rest] = group
  if (!first) return []
  const [content, ...others] = group.map((mail) => JSON.parse(mail.content) as Stored)
  if (content?.kind !== 'mail') return [...group]
  const people = [content, ...others].flatMap((each) => {
    return each.kind === 'mail' && 'people' in each.mail.data ? each.mail.data.people : []
  })
  const whole = { ...content, mail: { ...content.mail, data: { ...content.mail.data, people } } }
  return [{ ...first, content: JSON.stringify(whole) }, ...rest]
}
