/** Structured events in the OWASP logging vocabulary (`authn_login_fail`, `authz_fail`, `sys_crash`, …); no secrets, ever. */
export interface Logger {
  log(level: 'info' | 'warn' | 'error', event: string, details: Readonly<Record<string, unknown>>): void
}
