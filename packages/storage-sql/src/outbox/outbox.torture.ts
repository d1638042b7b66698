import type { ChildProcess } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { createRollcall, RefusedError, type Storage, StorageError } from '@rollcall/core'
import { directory } from '@rollcall/core/presets'
import { SMTPServer } from 'smtp-server'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { heard, kill, startChild } from '../children.ts'
import { engines, type TestDatabase } from '../engines.ts'
import { storageAt } from '../storage-at.ts'

/** Each with workers of its own, all of which are killed at its end. */
const GENERATIONS = 20
const WORKERS = 2
/** Changes that owe a mail, and such that are undone, at the beginning of each generation and again at its end. */
const CHANGES = 5
const UNDONE = 2
/** Mails that one worker hands over at a time: as it does, and one by one. */
const AT_ONCE = [2, 1]
/** Milliseconds that clocks are ahead of the generation before: longer than a lease, so that mails of the dead are due. */
const AHEAD = 200_000
/** Longer than mails wait for their second attempt. */
const MUCH_LATER = 86_400_000

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

interface Arrival {
  /** Of its Message-ID, what stands for the mail. */
  readonly id: string
  readonly to: string
  readonly generation: number
}

/** Takes every mail, and says when the next one has come. */
async function sink(generation: () => number) {
  const arrivals: Arrival[] = []
  let came = () => {}
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, { envelope }, done) {
      const pieces: Buffer[] = []
      stream.on('data', (piece) => pieces.push(piece))
      stream.on('end', () => {
        const [, id = ''] = /^Message-ID: <([^@>]+)@rollcall\.example>/im.exec(Buffer.concat(pieces).toString()) ?? []
        arrivals.push({ id, to: envelope.rcptTo[0]?.address ?? '', generation: generation() })
        came()
        done()
      })
    },
  })
  // Workers are killed in the middle of what they say.
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise<void>((resolve) => server.close(resolve)))
  const { port } = server.server.address() as AddressInfo
  const next = () => new Promise<void>((resolve) => (came = resolve))
  return { url: `smtp://127.0.0.1:${port}`, arrivals, next }
}

/** An app that sets people up, and undoes it for some; it delivers nothing. */
async function setUp(address: string) {
  const storage = storageAt(address)
  closing.push(() => storage.close())
  await storage.settings.save(0, { welcome: 'everybody', welcomeText: null, signInAddress: 'generic' }, null)
  const undoing = (run: Storage['transaction']): Storage['transaction'] => {
    return (work) =>
      run(async (tx) => {
        const answer = await work(tx)
        throw Object.assign(new Error('undone'), { answer })
      })
  }
  const appOn = (over: Partial<Storage>) =>
    createRollcall({
      policy: directory,
      storage: { ...storage, outbox: { ...storage.outbox, lease: async () => [] }, ...over },
      mailer: { send: async () => undefined },
      hasher: { hash: async () => '', verify: async () => false, accepts: () => false, needsRehash: () => false },
      secrets: [new Uint8Array(32)],
      baseUrl: 'https://rollcall.example',
      logger: { log: () => undefined },
    })
  const create = ({ users, host }: ReturnType<typeof appOn>, name: string) =>
    users.createUser(host('setup'), {
      email: `${name}@people.example`,
      username: name,
      firstName: 'Lena',
      lastName: name,
    })
  const keeping = appOn({})
  const forgetting = appOn({ transaction: undoing(storage.transaction) })
  /** Changes that were asked for again, and those of them that had been kept although no answer came. */
  const again = { all: 0, kept: 0 }
  return {
    again,
    /** Until it is known to be kept: whoever asks again while the server is away may find it is already. */
    async keep(name: string): Promise<void> {
      for (let first = true; ; first = false) {
        try {
          await create(keeping, name)
          return
        } catch (error) {
          if (error instanceof RefusedError && error.code === 'email-in-use') {
            again.kept += 1
            return
          }
          if (!(error instanceof StorageError)) throw error
          if (first) again.all += 1
          await new Promise((resolve) => setTimeout(resolve, 20))
        }
      }
    },
    async undo(name: string): Promise<void> {
      const error: unknown = await create(forgetting, name).catch((reason: unknown) => reason)
      if (!(error instanceof StorageError)) expect(error).toMatchObject({ message: 'undone' })
    },
  }
}

const OPEN = "SELECT count(*) AS count FROM outbox WHERE state IN ('waiting', 'retrying')"
const MAILS = 'SELECT outbox.id, outbox.state, users.email FROM outbox JOIN users ON users.id = outbox.user_id'

describe.each(engines)('$name', ({ name, start }) => {
  const title =
    'every mail of a committed change arrives, and none of another, while workers of %i and the server are killed'
  test.each(AT_ONCE)(title, async (atOnce) => {
    const database: TestDatabase = await start({ durable: true })
    closing.push(() => database.close())
    let generation = 0
    const { url, arrivals, next } = await sink(() => generation)
    const app = await setUp(database.address)

    const children: ChildProcess[] = []
    closing.push(() => Promise.all(children.map(kill)))
    const workers = () =>
      Promise.all(
        Array.from({ length: WORKERS }, async () => {
          const child = startChild('./outbox/delivering.child.ts', database.address, url, String(atOnce))
          children.push(child)
          expect(await heard(child)).toBe('ready')
          return child
        }),
      )

    const seed = Date.now() % 1_000_000
    let state = seed
    const random = () => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31
      return state / 2 ** 31
    }
    const pause = (longest: number) => new Promise((resolve) => setTimeout(resolve, random() * longest))
    const kept: string[] = []
    let undone = 0
    let killed = 0
    let restarted = 0
    let ready = workers()
    async function change(): Promise<void> {
      const names = Array.from({ length: CHANGES }, (_, index) => `kept-${kept.length + index}`)
      const others = Array.from({ length: UNDONE }, (_, index) => `undone-${undone + index}`)
      kept.push(...names)
      undone += UNDONE
      await Promise.all([...names.map(app.keep), ...others.map(app.undo)])
    }
    for (generation = 1; generation <= GENERATIONS; generation += 1) {
      const delivering = await ready
      ready = workers()
      const first = next()
      for (const child of delivering) child.send(generation * AHEAD)
      const early = change()
      await first
      await pause(60)
      const late = change()
      await pause(30)
      if (database.restart && generation % 2 === 0) {
        await database.restart()
        restarted += 1
        await Promise.race([next(), pause(500)])
      }
      await Promise.all(delivering.map(kill))
      killed += delivering.length
      await Promise.all([early, late])
    }

    for (const child of await ready) child.send(generation * AHEAD + MUCH_LATER)
    await vi.waitFor(async () => expect(Number((await database.query(OPEN))[0]?.count)).toBe(0), {
      timeout: 60_000,
      interval: 200,
    })

    const mails = await database.query(MAILS)
    expect(mails.map(({ state }) => state)).toEqual(mails.map(() => 'delivered'))
    expect(mails.map(({ email }) => email).sort()).toEqual(kept.map((person) => `${person}@people.example`).sort())
    const owed = new Map(mails.map(({ id, email }) => [id, email]))
    // What arrived was owed, under the id of its row, and all that was owed arrived.
    for (const { id, to } of arrivals) expect([id, to]).toEqual([id, owed.get(id)])
    expect(new Set(arrivals.map(({ id }) => id))).toEqual(new Set(owed.keys()))
    // Again only where whoever sent it first was killed.
    expect(new Set(arrivals.map(({ id, generation }) => `${id} ${generation}`)).size).toBe(arrivals.length)
    const duplicates = arrivals.length - owed.size
    expect(duplicates).toBeLessThanOrEqual((killed + WORKERS * restarted) * atOnce)
    const { again } = app
    console.log(
      `${name}, workers of ${atOnce}, seed ${seed}: ${kept.length} committed changes (${again.all} of them asked for again, ${again.kept} kept although no answer came), ${undone} undone; ${killed} workers and ${restarted} times the server killed; ${owed.size} mails owed, ${arrivals.length} arrived, ${duplicates} of them again`,
    )
  })
})
