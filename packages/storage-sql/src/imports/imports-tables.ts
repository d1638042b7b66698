import type { ImportChunk } from '@rollcall/core'

export interface ImportsTable {
  id: string
  owner_id: string | null
  name: string | null
  created_at: number
  expires_at: number
  /** JSON. */
  columns: string
  complete: 0 | 1
}

export interface ImportChunksTable {
  import_id: string
  number: number
  last_line: number
  to_create: number
  to_update: number
  to_leave: number
  to_refuse: number
  plan: string
  state: ImportChunk['state']
  outcomes: string | null
  created: number
  updated: number
  unchanged: number
  refused: number
}
