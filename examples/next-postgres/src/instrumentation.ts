/** Once per server, before the first request. */
export async function register() {
  // In these words, Next leaves it out of what it builds for its other runtime.
  if (process.env.NEXT_RUNTIME === 'nodejs') await import('./start.ts')
}
