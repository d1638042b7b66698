/** Rows of one kind by their key. What is stored is a frozen copy, so that nobody changes it by holding on to it. */
export interface Table<Key, Value> {
  get(key: Key): Value | undefined
  set(key: Key, value: Value): void
  delete(key: Key): void
  values(): IterableIterator<Value>
}

export interface Draft<Key, Value> extends Table<Key, Value> {
  changed(): boolean
  /** Puts the changes into the rows the draft lies over. */
  commit(): void
}

/** A table over committed rows that keeps its changes to itself until `commit`; dropping it is the rollback. */
export function draftOver<Key, Value>(rows: Map<Key, Value>): Draft<Key, Value> {
  const written = new Map<Key, Value>()
  const deleted = new Set<Key>()

  return {
    get: (key) => (deleted.has(key) ? undefined : (written.get(key) ?? rows.get(key))),
    set(key, value) {
      deleted.delete(key)
      written.set(key, freeze(structuredClone(value)))
    },
    delete(key) {
      written.delete(key)
      deleted.add(key)
    },
    *values() {
      for (const [key, value] of rows) {
        if (!deleted.has(key) && !written.has(key)) yield value
      }
      yield* written.values()
    },
    changed: () => written.size + deleted.size > 0,
    commit() {
      for (const key of deleted) rows.delete(key)
      for (const [key, value] of written) rows.set(key, value)
    },
  }
}

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(freeze)
    Object.freeze(value)
  }
  return value
}
