export function Logo() {
  return (
    <svg className="host-logo" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--host-logo)" />
      <path d="M9 9h6v6H9zM17 9h6v6h-6zM9 17h6v6H9zM20 16l4 4-4 4-4-4z" fill="var(--host-logo-ink)" />
    </svg>
  )
}
