/** An app, a survey, an instance: something of the host's that roles are held on. */
export interface ResourceRecord {
  /** The host's own id, `[A-Za-z0-9_-]{1,64}`. */
  readonly id: string
  /** One of the types that scoped roles name. */
  readonly type: string
  readonly name: string
}

export interface ResourceStore {
  /** Registers a resource, or renames it; its type stays what it was first. */
  put(resource: ResourceRecord): Promise<void>
  /** Removes it with every grant on it; the holders' versions move. False when there was none. */
  remove(id: string): Promise<boolean>
  /** The resources of these ids, in any order; missing ones are left out. */
  findMany(ids: readonly string[]): Promise<readonly ResourceRecord[]>
  /** All of them, by name as `searchKey` compares, then id. */
  list(): Promise<readonly ResourceRecord[]>
}
