export function Logo() {
  return (
    <svg className="host-logo" viewBox="0 0 32 32" aria-hidden="true">
      <path d="M16 1l13 7.5v15L16 31 3 23.5v-15z" fill="var(--host-logo)" />
      <path d="M9.5 16.2l4.6 4.6 8.4-9.2" fill="none" stroke="var(--host-logo-ink)" strokeWidth="3" />
    </svg>
  )
}
