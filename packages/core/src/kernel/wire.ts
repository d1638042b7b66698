import * as z from 'zod/mini'
import { hasUnseenCharacters } from '../users/identifier.rules.ts'
import type { FieldCode } from './refusals.ts'

const code = (value: FieldCode) => ({ error: value })

/** An opaque id as it appears in paths and bodies. */
export const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/, code('invalid')))

/** An instant: ISO 8601, UTC. */
export const instant = z.iso.datetime()

/** One line of text somebody typed: trimmed, no unseen characters. Lengths in UTF-16 units. */
export function line(options: { readonly max: number; readonly min?: number }) {
  return z.string().check(
    z.trim(),
    z.minLength(options.min ?? 0, code(options.min === 1 ? 'required' : 'too-short')),
    z.maxLength(options.max, code('too-long')),
    z.refine((text) => !hasUnseenCharacters(text), code('control-character')),
  )
}

/** Several lines of text; line breaks and tabs are allowed. */
function lines(options: { readonly max: number }) {
  return z.string().check(
    z.trim(),
    z.maxLength(options.max, code('too-long')),
    z.refine((text) => !hasUnseenCharacters(text.replace(/[\n\r\t]/g, ' ')), code('control-character')),
  )
}

/** A secret or password as typed: nothing is trimmed or altered, the length is bounded before anything costs. */
export function secret(max: number) {
  return z.string().check(
    z.minLength(1, code('required')),
    z.maxLength(max, code('too-long')),
    z.refine((text) => !/[\p{Cs}\0]/u.test(text), code('control-character')),
  )
}

/** The version the caller saw, from `If-Match`. */
export const version = z.int().check(z.gte(1, code('invalid')))

/** From `Idempotency-Key`: lets a repeated request be told from a second one. */
export const idempotencyKey = z.optional(z.string().check(z.regex(/^[\x21-\x7e]{1,128}$/, code('invalid'))))

/** Plain text by the sender; a link in it would lend Rollcall's voice to anybody who may send one. */
export const message = lines({ max: 2_000 }).check(
  z.refine((text) => !/https?:|www\.|\S\.\S+\//i.test(text), { error: 'link-not-allowed' }),
)

/** A token from a link, or the code printed beneath it. */
export const token = secret(200)
