import { expect, test } from 'vitest'
import { nodeRandom } from './random.ts'

test('draws as many bytes as asked, never the same ones twice, across every refill', () => {
  const random = nodeRandom()
  const seen = new Set<string>()
  for (let draw = 0; draw < 2_000; draw += 1) {
    const length = 10 + (draw % 23)
    const bytes = random.bytes(length)
    expect(bytes).toHaveLength(length)
    seen.add(Buffer.from(bytes.subarray(0, 10)).toString('hex'))
  }
  expect(seen.size).toBe(2_000)
  expect(random.bytes(0)).toHaveLength(0)
  expect(new Set(random.bytes(100_000)).size).toBe(256)
})

test('what somebody does to their bytes changes nobody else’s', () => {
  const random = nodeRandom()
  const mine = random.bytes(16)
  const kept = Buffer.from(mine)
  random.bytes(16).fill(0)
  expect(Buffer.from(mine)).toEqual(kept)
  expect(new Uint8Array(mine.buffer)).toHaveLength(16)
})
