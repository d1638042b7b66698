export function Logo() {
  return (
    <svg className="host-logo" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="16" fill="var(--host-logo)" />
      <path d="M9 12h14v2.6H9zM9 17.4h9V20H9z" fill="var(--host-logo-ink)" />
    </svg>
  )
}
