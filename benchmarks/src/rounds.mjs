// How everything here is measured: all sides in one process, in turns, so that a noisy machine disturbs them alike.
import process from 'node:process'

/**
 * @typedef {() => Promise<number> | number} Side one short turn of a side; answers what it reached
 * @typedef {Record<string, number[]>} Reached what each side reached, one figure a round
 */

/**
 * Lets every side have one turn a round, in an order that rotates; the first round warms up and does not count.
 * @param {Record<string, Side>} sides
 * @returns {Promise<Reached>}
 */
export async function rounds(count, sides) {
  const names = Object.keys(sides)
  const reached = Object.fromEntries(names.map((name) => [name, []]))
  for (let round = 0; round <= count; round += 1) {
    const first = round % names.length
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      const figure = await sides[name]()
      if (round > 0) reached[name].push(figure)
    }
  }
  return reached
}

/** A turn of a synchronous side: calls `batch`, which does `size` operations, for that long; operations a second. */
export const steady = (milliseconds, size, batch) => () => {
  const start = performance.now()
  let done = 0
  do {
    batch()
    done += size
  } while (performance.now() - start < milliseconds)
  return rate(done, start)
}

/** A turn of an asynchronous side: `lanes` callers, each with its next operation once the last is answered. */
export const busy = (milliseconds, lanes, operation) => async () => {
  const start = performance.now()
  let done = 0
  const lane = async (number) => {
    do {
      await operation(number)
      done += 1
    } while (performance.now() - start < milliseconds)
  }
  await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)))
  return rate(done, start)
}

/** A turn of an asynchronous side measured by itself: milliseconds of processor time an operation, whoever else runs. */
export const processor = (times, operation) => async () => {
  const start = process.cpuUsage()
  for (let time = 0; time < times; time += 1) await operation()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000 / times
}

export function median(figures) {
  const sorted = figures.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** The median over the rounds of one side's figure by the other's in the same round. */
export function ratio(ours, others) {
  return median(ours.map((figure, round) => figure / others[round]))
}

function rate(done, start) {
  return (done / (performance.now() - start)) * 1000
}
