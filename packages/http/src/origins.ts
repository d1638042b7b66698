/** The origins a browser may write from, and what it is told about them. */
export interface Origins {
  /** Whether the request proves to come from a page of ours. */
  prove(request: Request): boolean
  /** CORS headers of an answer; none unless the page's origin is in the allow-list. */
  headers(request: Request): Record<string, string>
  /** Further CORS headers of the answer to a preflight; none unless the origin is in the allow-list. */
  preflight(request: Request, methods: readonly string[]): Record<string, string>
}

const REQUEST_HEADERS = 'Authorization, Content-Type, Idempotency-Key, If-Match, Rollcall-Session'

/** Throws a TypeError unless every entry is a whole origin such as `https://app.example`. */
export function createOrigins(baseUrl: URL, allowList: readonly string[]): Origins {
  for (const origin of allowList) {
    if (origin.includes('*') || !URL.canParse(origin) || new URL(origin).origin !== origin) {
      throw new TypeError(
        `Rollcall: "${origin}" in \`origins\` is no origin; write it whole, like "https://app.example".`,
      )
    }
  }
  const shared = new Set(allowList)
  const own = new Set([baseUrl.origin, ...allowList])
  const headers = (request: Request): Record<string, string> => {
    const origin = request.headers.get('origin')
    if (origin === null || !shared.has(origin)) return {}
    return {
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'Retry-After, Rollcall-Actor',
    }
  }
  return {
    headers,
    // `Sec-Fetch-Site: none` is no proof: it says that no page asked, and no address bar sends these writes.
    prove(request) {
      if (request.headers.get('sec-fetch-site') === 'same-origin') return true
      const origin = request.headers.get('origin')
      return origin !== null && own.has(origin)
    },
    preflight(request, methods) {
      if (!shared.has(request.headers.get('origin') ?? '')) return {}
      return {
        'access-control-allow-methods': methods.join(', '),
        'access-control-allow-headers': REQUEST_HEADERS,
        'access-control-max-age': '600',
      }
    },
  }
}
