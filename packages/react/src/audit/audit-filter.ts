import { dayStart } from '../ui/time-text.ts'
import type { UserChoice } from '../users/select/index.ts'
import { type AuditGroup, actionsOf } from './audit-actions.ts'
import type { AuditInput } from './audit-query.ts'

/** What the audit is narrowed by; what is left out narrows nothing. */
export interface AuditFilter {
  /** Kinds of actions. */
  readonly groups?: readonly AuditGroup[]
  /** Who did it, or to whom it was done. */
  readonly person?: UserChoice
  /** The first day, as the reader's zone counts days: `2026-06-14`. */
  readonly from?: string
  /** The last day. */
  readonly until?: string
  /** Only what was done while acting as somebody else. */
  readonly impersonated?: true
}

/** In the order of the chips. */
export const NARROWING = [
  'groups',
  'person',
  'from',
  'until',
  'impersonated',
] as const satisfies readonly (keyof AuditFilter)[]

/** With some narrowing changed; undefined takes it away. */
export function withChange(
  filter: AuditFilter,
  change: { [Name in keyof AuditFilter]?: AuditFilter[Name] | undefined },
) {
  const entries = Object.entries({ ...filter, ...change }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as AuditFilter
}

/** The filter as the wire takes it. */
export function wireFilter(
  { groups = [], person, from, until, impersonated }: AuditFilter,
  userId: string | undefined,
  timeZone: string | undefined,
): AuditInput {
  const about = userId ?? person?.id
  const day = (text: string, days: number) => new Date(dayStart(text, days, timeZone)).toISOString()
  return {
    ...(about === undefined ? {} : { userId: about }),
    ...(groups.length === 0 ? {} : { action: groups.flatMap(actionsOf) }),
    ...(from === undefined ? {} : { from: day(from, 0) }),
    ...(until === undefined ? {} : { until: day(until, 1) }),
    ...(impersonated ? { impersonated } : {}),
  }
}
