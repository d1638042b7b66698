/** More pairs than that are seldom alive in one process; beyond it the digests are computed anew. */
const REMEMBERED = 10_000

/**
 * Names who a session acts as, so that a browser's tabs notice a switch: one opaque value per pair of person acted as
 * and person acting, alike in every process. The ids it hides are known to its reader anyway.
 */
export function createActorTags(): (effectiveId: string, realId: string) => Promise<string> {
  const known = new Map<string, string>()
  return async (effectiveId, realId) => {
    const pair = `${effectiveId}/${realId}`
    const tag = known.get(pair)
    if (tag !== undefined) return tag
    if (known.size >= REMEMBERED) known.clear()
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`rollcall ${pair}`)))
    const fresh = Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
    known.set(pair, fresh)
    return fresh
  }
}
