import * as z from 'zod/mini'
import type { PageRequest, Position } from '../users/user.store.ts'
import { base64url, fromBase64url } from './id.ts'
import { refuse } from './refusals.ts'
import { id } from './wire.ts'

type From = NonNullable<PageRequest['from']>

const cursorShape = z.strictObject({
  v: z.nullable(z.union([z.string(), z.number()])),
  id,
  d: z.enum(['after', 'before']),
  /** Digest of the query it belongs to, shortened: an honest mistake is told, not an attack. */
  q: z.string(),
})

/** An opaque cursor for that place in that query. */
export function cursorOf(position: Position | null, direction: From['direction'], query: string): string | null {
  if (!position) return null
  const cursor = { v: position.value, id: position.id, d: direction, q: query }
  return base64url(new TextEncoder().encode(JSON.stringify(cursor)))
}

/** The place a cursor names; refuses what is no cursor, or one of another query. */
export function placeOf(cursor: string, query: string): From {
  const invalid = () => refuse('invalid-input', { fields: { cursor: 'invalid' } })
  const bytes = fromBase64url(cursor) ?? invalid()
  const parsed = cursorShape.safeParse(jsonOf(new TextDecoder().decode(bytes)))
  if (!parsed.success || parsed.data.q !== query) return invalid()
  return { position: { value: parsed.data.v, id: parsed.data.id }, direction: parsed.data.d }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
