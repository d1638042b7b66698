export interface ResourcesTable {
  id: string
  type: string
  name: string
  name_key: string
  parent: string | null
  is_default: number
  next_steps: string | null
}
