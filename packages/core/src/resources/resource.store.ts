/** An app, a survey, an instance: something of the host's that roles are held on, or that contains such. */
export interface ResourceRecord {
  /** The host's own id, `[A-Za-z0-9_-]{1,64}`. */
  readonly id: string
  /** One of the types that scoped roles name, or of what contains those. */
  readonly type: string
  readonly name: string
  /** The resource that contains it, such as an instance's app. */
  readonly parent: string | null
  /** Ticked beforehand for new people. */
  readonly isDefault: boolean
  /** What is still to be done there once somebody was assigned: plain text of the host's. */
  readonly nextSteps: string | null
}

export interface ResourceStore {
  /** Registers a resource, or changes it; its type and whether it is a default stay what they are. */
  put(resource: ResourceRecord): Promise<void>
  /** Makes it a default, or none any more. False when there is no such resource. */
  setDefault(id: string, isDefault: boolean): Promise<boolean>
  /** Removes it with every grant on it; the holders' versions move. False when there was none. */
  remove(id: string): Promise<boolean>
  /** The resources of these ids, in any order; missing ones are left out. */
  findMany(ids: readonly string[]): Promise<readonly ResourceRecord[]>
  /** All of them, by name as `searchKey` compares, then id. */
  list(): Promise<readonly ResourceRecord[]>
}
