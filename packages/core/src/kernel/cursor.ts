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
  return encoded(cursor)
}

/** The place a cursor names; refuses what is no cursor, or one of another query. */
export function placeOf(cursor: string, query: string): From {
  const parsed = cursorShape.safeParse(decoded(cursor))
  if (!parsed.success || parsed.data.q !== query) return invalid()
  return { position: { value: parsed.data.v, id: parsed.data.id }, direction: parsed.data.d }
}

const auditShape = z.strictObject({ at: z.int(), id })

/** An opaque cursor for the audit entry a page ended with. */
export function auditCursorOf({ at, id }: { readonly at: number; readonly id: string }): string {
  return encoded({ at, id })
}

/** The place it names; refuses what is no cursor. */
export function auditPlaceOf(cursor: string): { at: number; id: string } {
  const parsed = auditShape.safeParse(decoded(cursor))
  return parsed.success ? parsed.data : invalid()
}

function encoded(cursor: object): string {
  return base64url(new TextEncoder().encode(JSON.stringify(cursor)))
}

function decoded(cursor: string): unknown {
  const bytes = fromBase64url(cursor)
  return bytes ? jsonOf(new TextDecoder().decode(bytes)) : undefined
}

function invalid(): never {
  return refuse('invalid-input', { fields: { cursor: 'invalid' } })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
