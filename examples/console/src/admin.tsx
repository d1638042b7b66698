import { useCan } from '@rollcall/react'
import { useMe } from '@rollcall/react/users'
import type { ReactNode } from 'react'
import { Missing } from './missing.tsx'
import { SignedIn } from './signed-in.tsx'

/** A part of a product's administration, and the right that opens it. */
export interface AdminPart {
  readonly path: string
  readonly name: string
  readonly right: string
}

/** The parts the one signed in may open; none for whoever has no business there. */
export function useOpenParts(parts: readonly AdminPart[]): readonly AdminPart[] {
  const rights = useMe().data?.rights ?? []
  return parts.filter(({ right }) => rights.includes(right))
}

interface AdminProps {
  right: string
  children: ReactNode
}

/** A page of the administration. The server refuses what it shows to whoever lacks the right; this only says so kindly. */
export function Admin({ right, children }: AdminProps) {
  return (
    <SignedIn>
      <Allowed right={right}>{children}</Allowed>
    </SignedIn>
  )
}

function Allowed({ right, children }: AdminProps) {
  if (useCan(right)) return <section className="host-page host-wide">{children}</section>
  return (
    <Missing title="This page is not open to you" to="/" words="To the start">
      Your role does not include it. Whoever manages users can give you another.
    </Missing>
  )
}
