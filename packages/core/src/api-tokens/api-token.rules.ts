/** What every API token begins with, so that scanners of leaked secrets know one when they see it. */
export const API_TOKEN_PREFIX = 'rct_'

/** Characters of a token that are kept to tell it from others; 24 of its 256 bits. */
export const API_TOKEN_SHOWN = API_TOKEN_PREFIX.length + 4

/** Use is written down at most that often. Milliseconds. */
export const API_TOKEN_TOUCH = 60_000

/** Whether what came as a bearer is an API token rather than a session's. */
export function isApiToken(token: string): boolean {
  return token.startsWith(API_TOKEN_PREFIX)
}
