/** Rows of one kind by their key. What is stored is a frozen copy, so that nobody changes it by holding on to it. */
export interface Table<Key, Value> {
  get(key: Key): Value | undefined
  set(key: Key, value: Value): void
  delete(key: Key): void
  values(): IterableIterator<Value>
}

/** A table over committed rows that keeps its changes to itself until `commit`; dropping it is the rollback. */
export class Draft<Key, Value> implements Table<Key, Value> {
  readonly #rows: Map<Key, Value>
  /** Made at the first change: most calls change one table or none. */
  #written: Map<Key, Value> | undefined
  #deleted: Set<Key> | undefined

  constructor(rows: Map<Key, Value>) {
    this.#rows = rows
  }

  get(key: Key): Value | undefined {
    return this.#deleted?.has(key) ? undefined : (this.#written?.get(key) ?? this.#rows.get(key))
  }

  set(key: Key, value: Value): void {
    this.#deleted?.delete(key)
    this.#written ??= new Map()
    this.#written.set(key, frozenCopy(value))
  }

  delete(key: Key): void {
    this.#written?.delete(key)
    this.#deleted ??= new Set()
    this.#deleted.add(key)
  }

  *values(): IterableIterator<Value> {
    for (const [key, value] of this.#rows) {
      if (!this.#deleted?.has(key) && !this.#written?.has(key)) yield value
    }
    if (this.#written) yield* this.#written.values()
  }

  get changed(): boolean {
    return this.#written !== undefined || this.#deleted !== undefined
  }

  /** Puts the changes into the rows the draft lies over. */
  commit(): void {
    for (const key of this.#deleted ?? []) this.#rows.delete(key)
    for (const [key, value] of this.#written ?? []) this.#rows.set(key, value)
  }
}

/** Rows are plain objects, lists and primitives: copying those costs a tenth of `structuredClone`. */
function frozenCopy<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Value & object
  for (const key in copy) copy[key] = frozenCopy(copy[key])
  return Object.freeze(copy)
}
