import { createMemoryStorage } from '@rollcall/storage-memory'
import { cheapHasher, createWorld, movableClock, PRESENT } from '@rollcall/testing'
import { expect, it } from 'vitest'
import { createRollcall } from '../create-rollcall.ts'
import { inviteFirst } from '../presets/invite-first.ts'

const AMARA = { email: 'amara.okafor@northwind.example', firstName: 'Amara', lastName: 'Okafor' }
const silent = { log: () => {} }

/** That many mails that wait, and processes that hand them over, each mail in that many milliseconds. */
async function waiting(count: number, takes: number) {
  const storage = createMemoryStorage()
  let away = false
  const world = createWorld({
    storage,
    mailer: {
      async send() {
        if (away) throw new Error('away')
      },
    },
  })
  await world.createOwner(AMARA)
  const amara = await world.as(AMARA.email)
  away = true
  const emails = Array.from({ length: count }, (_, index) => `p${index}@northwind.example`)
  await world.rollcall.invitations.inviteUsers(amara, { emails })
  await world.deliver()

  const clock = movableClock(PRESENT + 60_000)
  const sent: string[] = []
  /** Under way at once; two mails of different processes, or of one, take their time one after the other. */
  const process = () =>
    createRollcall({
      policy: inviteFirst,
      storage,
      mailer: {
        async send({ to }) {
          sent.push(to.address)
          await clock.wait(0)
          clock.advance(takes)
        },
      },
      hasher: cheapHasher(),
      secrets: [new Uint8Array(32).fill(7)],
      baseUrl: 'https://apps.northwind.example',
      logger: silent,
      clock,
    }).worker.runOnce()
  return { sent, emails, process, clock }
}

it('hands every mail over once, however slow the server is and however many processes there are', async () => {
  const { sent, emails, process, clock } = await waiting(45, 13_000)
  for (let round = 0; round < 10 && sent.length < emails.length; round += 1) {
    await Promise.all([process(), process()])
    clock.advance(120_000)
  }
  expect(sent.toSorted()).toEqual(emails.toSorted())
})
