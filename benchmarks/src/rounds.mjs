// How everything here is measured: all sides in one process, in turns, so that a noisy machine disturbs them alike.
import process from 'node:process'

/**
 * @typedef {() => Promise<number>} Turn one short turn of a side; answers the figure it reached
 * @typedef {Record<string, number[]>} Reached what each side reached, one figure a round
 */

/** Rounds before the ones that count, until the code is compiled and the caches are full. */
const WARM_UP = 3

/**
 * Lets every side have one turn a round, in an order that rotates.
 * @param {number} count
 * @param {Record<string, Turn>} sides
 * @returns {Promise<Reached>}
 */
export async function rounds(count, sides) {
  const names = Object.keys(sides)
  const reached = Object.fromEntries(names.map((name) => [name, []]))
  for (let round = -WARM_UP; round < count; round += 1) {
    const first = (round + WARM_UP) % names.length
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      const figure = await sides[name]()
      if (round >= 0) reached[name].push(figure)
    }
  }
  return reached
}

/**
 * A turn of work that waits for nothing: `batch`, which does `size` operations, again and again. Operations a second of
 * this process's processor time, which other processes on the machine do not take away; a turn takes `atLeast`
 * milliseconds of it.
 */
export const steady =
  (size, batch, atLeast = 200) =>
  async () => {
    const start = processorTime()
    let done = 0
    let spent = 0
    do {
      await batch()
      done += size
      spent = processorTime() - start
    } while (spent < atLeast)
    return (done / spent) * 1000
  }

/** A turn of that many callers, each with its next operation once the last is answered. Operations a second. */
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
  return (done / (performance.now() - start)) * 1000
}

/** The same turn with milliseconds an operation instead of operations a second. */
export const cost = (turn) => async () => 1000 / (await turn())

/** The same turn, with what it reaches a second of processor time put into `reached` by the way. */
export const alsoByProcessor = (reached, turn) => async () => {
  const began = performance.now()
  const start = processorTime()
  const figure = await turn()
  reached.push((figure * (performance.now() - began)) / (processorTime() - start))
  return figure
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

/** Milliseconds this process has had a processor, all its threads together. */
function processorTime() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
