import { REFUSALS, type RefusalCode, type RefusedError } from '@rollcall/core/contract'

/** A refusal as RFC 9457 has it. `type` is the code as a URN: there is no page to keep alive behind it. */
export function problemOf({ code, details }: RefusedError) {
  return { type: `urn:rollcall:refusal:${code}`, title: titleOf(code), status: REFUSALS[code], code, ...details }
}

/** The headers a refusal needs beside its body. */
export function problemHeaders({ code, details }: RefusedError): Record<string, string> {
  const headers: Record<string, string> = { 'content-type': 'application/problem+json; charset=utf-8' }
  if (REFUSALS[code] === 401) headers['www-authenticate'] = 'Bearer'
  if (details.retryAfter !== undefined) headers['retry-after'] = String(Math.ceil(details.retryAfter))
  return headers
}

/** For people who read logs; what users read comes from the message catalogues. */
function titleOf(code: RefusalCode): string {
  return code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ')
}
