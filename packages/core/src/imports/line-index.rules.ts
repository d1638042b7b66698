const SPARSE = 0.5

/**
 * On which line a key stood first, for millions of keys in a few bytes each: 64 bits of a hash instead of the text. The
 * hash is seeded, so that no file can be made in which different keys meet; by chance two of a million do once in
 * tens of millions of files.
 */
export class LineIndex {
  readonly #seeds: readonly [number, number]
  #size = 0
  #high: Uint32Array
  #low: Uint32Array
  /** 0: the slot is free. */
  #lines: Uint32Array

  /** `seed` is 8 random bytes; room for some keys grows as needed. */
  constructor(seed: Uint8Array, slots = 1_024) {
    const view = new DataView(seed.buffer, seed.byteOffset, 8)
    this.#seeds = [view.getUint32(0), view.getUint32(4)]
    this.#high = new Uint32Array(slots)
    this.#low = new Uint32Array(slots)
    this.#lines = new Uint32Array(slots)
  }

  /** The line the key stood on first; null, and noted as this one, when it is new. */
  note(key: string, line: number): number | null {
    const [high, low] = hash(key, this.#seeds)
    const slot = this.#slotOf(high, low)
    const first = this.#lines[slot] ?? 0
    if (first !== 0) return first
    this.#fill(slot, high, low, line)
    this.#size += 1
    if (this.#size > this.#lines.length * SPARSE) this.#grow()
    return null
  }

  /** Where the key is, or would be. */
  #slotOf(high: number, low: number): number {
    const mask = this.#lines.length - 1
    let slot = low & mask
    while (this.#lines[slot] !== 0 && (this.#low[slot] !== low || this.#high[slot] !== high)) slot = (slot + 1) & mask
    return slot
  }

  #fill(slot: number, high: number, low: number, line: number): void {
    this.#high[slot] = high
    this.#low[slot] = low
    this.#lines[slot] = line
  }

  #grow(): void {
    const [highs, lows, lines] = [this.#high, this.#low, this.#lines]
    this.#high = new Uint32Array(lines.length * 2)
    this.#low = new Uint32Array(lines.length * 2)
    this.#lines = new Uint32Array(lines.length * 2)
    for (const [old, line] of lines.entries()) {
      if (line === 0) continue
      const [high = 0, low = 0] = [highs[old], lows[old]]
      this.#fill(this.#slotOf(high, low), high, low, line)
    }
  }
}

/** Two multiplicative hashes of 32 bits, mixed with each other at the end. */
function hash(text: string, [first, second]: readonly [number, number]): [high: number, low: number] {
  let high = first
  let low = second
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    high = Math.imul(high ^ unit, 0x9e3779b1)
    low = Math.imul(low ^ unit, 0x5f356495)
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35)
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35)
  return [high >>> 0, low >>> 0]
}
