import type { Effects } from '../effects.ts'
import { placeOf, type Round, roundAt } from '../settings/round.rules.ts'
import { currentSettings } from '../settings/settings.steps.ts'
import type { SettingsRecord } from '../settings/settings.store.ts'
import { filterOf } from './list-query.rules.ts'
import { isWelcomed, type PreparedWelcome, prepareWelcome, sendWelcome } from './welcome.steps.ts'

const PAGE = 100

/**
 * Goes on with the round of welcomes that a change of addresses began: a page, in one transaction, unless other mails wait
 * still. Its place moves with the mails: whoever takes over, or works beside, sends none twice. Answers how many were queued.
 */
export const resendWelcomes = (effects: Effects) => async (): Promise<number> => {
  const { storage, policy, clock } = effects
  const settings = await currentSettings(storage, policy)
  if (settings.round === null) return 0
  if (policy.welcome === null || settings.welcome === 'nobody') {
    await storage.settings.proceed(settings.round, null)
    return 0
  }
  // A round must not stand before a reset that somebody waits for.
  if ((await storage.outbox.backlog(clock.now())).due >= PAGE) return 0
  return resendPage(effects, settings, settings.round)
}

async function resendPage(effects: Effects, settings: SettingsRecord, place: string): Promise<number> {
  const { storage, policy, clock } = effects
  const { until, after } = roundAt(place)
  const from = after && ({ position: after, direction: 'after' } as const)
  const time = { now: clock.now(), policy }
  // Where few are told, pages of those who are not would take a worker's round each.
  const role = settings.welcome === 'administrators' ? policy.access.administrators : []
  const active = filterOf({ enabled: true, role }, { kind: 'all' }, null)
  const page = await storage.users.list(active, { by: 'createdAt', descending: false, limit: PAGE, from }, time)
  const earlier = page.items.filter(({ createdAt }) => createdAt <= until)
  // Who was invited was never welcomed: their link is their inviter's.
  const people = earlier.filter((user) => {
    const invited = user.invitedAt !== null && user.registeredAt === null
    return !invited && isWelcomed(policy, settings, user)
  })
  const welcomes: PreparedWelcome[] = []
  for (const user of people) welcomes.push(await prepareWelcome(effects, user, settings))
  const next: Round | null = page.next && earlier.length === page.items.length ? { until, after: page.next } : null
  return storage.transaction(async (tx) => {
    const seen = new Map((await tx.users.findMany(people.map(({ id }) => id))).map((user) => [user.id, user.version]))
    const moved = people.some(({ id, version }) => seen.get(id) !== version)
    // Read anew, and tried once more.
    if (moved || !(await tx.settings.proceed(place, next && placeOf(next)))) return 0
    for (const welcome of welcomes) await sendWelcome(tx, welcome)
    return welcomes.length
  })
}
