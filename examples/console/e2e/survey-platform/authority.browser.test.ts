import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { expectedOf, linesOf } from '../../../../acceptance/authority.ts'
import { amara, elif, NEWCOMERS, openSurveyPlatform, openSystemUsers, rana, tomasz } from './people.ts'
import { CHANGING, SEEDED_PEOPLE, type Seeded } from './seeded.ts'

const { signedIn } = openSurveyPlatform()
const LINES = linesOf('ladder')

/** What the menu of a row calls an act, the operation it is in `authority.csv`, and when there is any sense in it. */
const ACTS: readonly {
  readonly words: string
  readonly action: string
  readonly applies: (status: Seeded['status']) => boolean
  /** Whether the lines tell it by status. */
  readonly byState?: true
}[] = [
  { words: 'Unlock', action: 'lockout.unlockUser', applies: (status) => status === 'locked', byState: true },
  { words: 'Reactivate', action: 'users.reactivateUser', applies: (status) => status === 'dormant', byState: true },
  { words: 'Resend invitation', action: 'invitations.resendInvitation', applies: isPending, byState: true },
  {
    words: 'View as…',
    action: 'impersonation.startImpersonation',
    applies: (status) => !isPending(status) && status !== 'deactivated',
  },
  { words: 'Delete…', action: 'users.deleteUser', applies: () => true },
]

const REASONS: Readonly<Record<string, string>> = {
  'Your role does not include this.': 'no-right',
  'This person’s role is not below yours.': 'not-outranked',
  'You cannot do this to yourself.': 'self',
}

function isPending(status: Seeded['status']): boolean {
  return status === 'not-confirmed' || status === 'invitation-expired'
}

/** What the lines say of an act; fails where they say nothing. */
function saysOf(actor: Seeded, action: string, target: Seeded, state = ''): string {
  const self = actor === target
  const own = target.organization !== null && target.organization === actor.organization
  // Most lines know of an organization only whether it is one’s own; of an expired invitation, of one’s own alone.
  const scopes = self ? [''] : [own ? 'own' : target.organization === null ? 'none' : 'other', 'other', 'own']
  for (const scope of scopes) {
    const line = LINES.find(
      (each) =>
        each.actor === actor.role &&
        each.action === action &&
        each.with === '' &&
        each.target === (self ? 'self' : target.role) &&
        each.state === state &&
        each.scope === scope,
    )
    if (line) return expectedOf(line)
  }
  throw new Error(`No line says whether ${actor.role} may ${action} ${target.role} (${state}, ${scopes[0]}).`)
}

function expectedBy(actor: Seeded): Record<string, Record<string, string>> {
  const seen = SEEDED_PEOPLE.filter(
    (target) => target === actor || saysOf(actor, 'users.getUser', target) === 'allowed',
  )
  return Object.fromEntries(
    seen.map((target) => {
      const { email, status } = target
      const acts = ACTS.map(({ words, action, applies, byState }) => {
        const verdict = applies(status) ? saysOf(actor, action, target, byState ? status : '') : 'absent'
        return [words, verdict]
      })
      return [email, Object.fromEntries(acts)]
    }),
  )
}

/** Who stands in the table, and what each row’s menu offers, refuses or leaves out. */
async function shownTo(page: Page): Promise<Record<string, Record<string, string>>> {
  await openSystemUsers(page)
  const found: Record<string, Record<string, string>> = {}
  for (const row of await page.locator('tr[data-user]').all()) {
    const text = (await row.locator('th').textContent()) ?? ''
    const email = [...SEEDED_PEOPLE.map((each) => each.email), ...CHANGING].find((each) => text.includes(each))
    if (!email && text.includes(NEWCOMERS)) continue
    if (email && CHANGING.includes(email)) continue
    await row.locator('[data-column=actions] button').click()
    const menu = page.getByRole('menu')
    await menu.waitFor()
    const items = await menu.getByRole('menuitem').evaluateAll((all) =>
      all.map((item) => {
        // biome-ignore lint/performance/useDomNodeTextContent: the reason stands on a line of its own only when laid out.
        const lines = (item as HTMLElement).innerText.split('\n')
        return { words: lines[0] ?? '', reason: lines[1] ?? '', off: item.getAttribute('aria-disabled') === 'true' }
      }),
    )
    found[email ?? text] = Object.fromEntries(
      ACTS.map(({ words }) => {
        const item = items.find((each) => each.words === words)
        return [words, !item ? 'absent' : item.off ? (REASONS[item.reason] ?? item.reason) : 'allowed']
      }),
    )
    await page.keyboard.press('Escape')
    await menu.waitFor({ state: 'hidden' })
  }
  return found
}

/** Whether the lines let somebody invite at all. */
const invites = ({ role }: Seeded) =>
  LINES.some((line) => line.actor === role && line.action === 'invitations.inviteUsers' && line.allowed === 'yes')

async function walk(email: string) {
  const actor = SEEDED_PEOPLE.find((each) => each.email === email)
  if (!actor) throw new Error(`Nobody was seeded at ${email}.`)
  const page = await signedIn(email)
  expect(await shownTo(page)).toEqual(expectedBy(actor))
  expect(await page.getByRole('button', { name: 'Invite user' }).count()).toBe(invites(actor) ? 1 : 0)
}

describe('the same page of System Users', () => {
  it('[C6] [C33] [C40] shows a Standard User their own organization, and refuses every act', () => walk(elif))
  it('[C7] [C19] shows a Survey Creator everybody, and lets them act as those below', () => walk(amara))
  it('[C1] [C36] [C39] lets a Superuser unlock even those above, and delete those below', () => walk(rana))
  it('[C1] [C4] [C19] stops a System Administrator at their equals and at themselves', () => walk(tomasz))
})
