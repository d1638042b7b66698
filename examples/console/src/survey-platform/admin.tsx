import { useCan } from '@rollcall/react'
import type { ReactNode } from 'react'
import { linkTo } from '../route.ts'
import { SignedIn } from '../signed-in.tsx'

/** The parts of the administration, and the right that opens each. */
const PARTS = [
  { path: '/admin/users', name: 'System Users', right: 'users.read' },
  { path: '/admin/roles', name: 'Roles', right: 'access.readRoles' },
  { path: '/admin/groups', name: 'Groups', right: 'groups.read' },
  { path: '/admin/audit', name: 'Audit', right: 'audit.read' },
] as const

type Part = (typeof PARTS)[number]

/** The parts the one signed in may open; none for whoever has no business there. */
export function useAdminParts(): Part[] {
  const may: Record<Part['right'], boolean> = {
    'users.read': useCan('users.read'),
    'access.readRoles': useCan('access.readRoles'),
    'groups.read': useCan('groups.read'),
    'audit.read': useCan('audit.read'),
  }
  return PARTS.filter(({ right }) => may[right])
}

interface AdminProps {
  path: Part['path']
  children: ReactNode
}

/** A page of the administration. The server refuses what it shows to whoever lacks the right; this only says so kindly. */
export function Admin({ path, children }: AdminProps) {
  return (
    <SignedIn>
      <Allowed path={path}>{children}</Allowed>
    </SignedIn>
  )
}

function Allowed({ path, children }: AdminProps) {
  const part = useAdminParts().find((each) => each.path === path)
  if (part) return <section className="host-page host-wide">{children}</section>
  return (
    <section className="host-page">
      <h1>This page is not open to you</h1>
      <p className="host-lead">Your role does not include it. Whoever manages users can give you another.</p>
      <a {...linkTo('/surveys')}>To your surveys</a>
    </section>
  )
}
