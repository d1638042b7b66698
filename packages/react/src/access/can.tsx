import type { Place } from '@rollcall/core/rules'
import type { ReactNode } from 'react'
import { useCan } from './use-can.ts'

export interface CanProps {
  /** Such as `users.edit`, or a right of the host's own. */
  right: string
  /** The resource the right may be held on instead of the whole product. */
  resource?: Place
  /** In place of the children, for whoever does not hold it, and until that is known. */
  fallback?: ReactNode
  children: ReactNode
}

/** Draws its children for people who hold the right. */
export function Can({ right, resource, fallback = null, children }: CanProps) {
  return useCan(right, resource) ? children : fallback
}
