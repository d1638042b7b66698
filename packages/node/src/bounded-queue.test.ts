import { HasherBusyError } from '@rollcall/core'
import { expect, test } from 'vitest'
import { boundedQueue } from './bounded-queue.ts'

/** A task that starts when the queue lets it and ends when the test says so. */
class Task {
  started = false
  finish!: () => void
  fail!: (error: Error) => void
  readonly #ended = new Promise<void>((resolve, reject) => {
    this.finish = resolve
    this.fail = reject
  })
  readonly run = () => {
    this.started = true
    return this.#ended
  }
}

test('runs two at once, the others in order as places become free, failures included', async () => {
  const run = boundedQueue(2, 8)
  const tasks = [new Task(), new Task(), new Task(), new Task()] as const
  const done = tasks.map(({ run: start }) => run(start))
  expect(tasks.map((it) => it.started)).toEqual([true, true, false, false])

  tasks[1].fail(new Error('broken'))
  await expect(done[1]).rejects.toThrow('broken')
  expect(tasks.map((it) => it.started)).toEqual([true, true, true, false])

  tasks[2].finish()
  await done[2]
  expect(tasks[3].started).toBe(true)
  const last = new Task()
  const lastDone = run(last.run)
  expect(last.started).toBe(false)

  for (const it of [tasks[0], tasks[3], last]) it.finish()
  await Promise.all([done[0], done[3], lastDone])
})

test('refuses what does not fit any more without starting it, and accepts again later', async () => {
  const run = boundedQueue(1, 1)
  const [first, second, third] = [new Task(), new Task(), new Task()]
  const done = [run(first.run), run(second.run)]
  await expect(run(third.run)).rejects.toBeInstanceOf(HasherBusyError)
  expect(third.started).toBe(false)

  first.finish()
  second.finish()
  await Promise.all(done)
  const again = run(third.run)
  expect(third.started).toBe(true)
  third.finish()
  await again
})
