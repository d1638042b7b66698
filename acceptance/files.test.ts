import { createMemoryStorage } from '@rollcall/storage-memory'
import { createWorld } from '@rollcall/testing'
import { describe, expect, it } from 'vitest'
import { attributes, type PolicyName, policies } from './files/people.ts'
import { tellRoundTrips } from './files/round-trip.ts'
import { NEVER_HELD } from './files/texts.ts'
import { codeOf } from './visit.ts'

/** The same people every time, so that a red run is about the change and not about luck. */
const seed = 20_260_614
const WORLDS = 100

describe('a list of people as a file', () => {
  it.each(Object.keys(policies) as PolicyName[])(
    'comes back as it went, and sets up the same people elsewhere, whatever they are called: known by %s',
    async (name) => {
      const people = await tellRoundTrips(name, { seed, worlds: WORLDS, storage: async () => createMemoryStorage() })
      console.info(`${name}, seed ${seed}: ${people} people in ${WORLDS} worlds`)
      expect(people).toBeGreaterThan(WORLDS)
    },
    180_000,
  )

  it.each(NEVER_HELD)('never has %j in it, for no person can', async (unseen) => {
    const { rollcall } = createWorld({ policy: policies['user names'], attributes })
    const text = `Le${unseen}na`
    const lena = { email: 'lena@northwind.example', username: 'lena', firstName: 'Lena', lastName: 'Vogt' }
    for (const wrong of [
      ...['username', 'firstName', 'lastName', 'displayName', 'jobTitle', 'organization', 'externalId'].map(
        (field) => ({ [field]: text }),
      ),
      { email: `${text}@northwind.example` },
      { phone: `0123${unseen}45` },
      ...['costCentre', 'note', 'shift'].map((key) => ({ attributes: { [key]: text } })),
    ]) {
      const creation = rollcall.users.createUser(rollcall.host('payroll'), { ...lena, ...wrong })
      expect([Object.keys(wrong), await codeOf(creation)]).toEqual([Object.keys(wrong), 'invalid-input'])
    }
  })
})
