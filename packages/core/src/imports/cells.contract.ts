import * as z from 'zod/mini'
import { parseInput } from '../kernel/parse-input.ts'
import { id } from '../kernel/wire.ts'
import { PASSWORD_HASH } from '../users/csv-columns.rules.ts'
import { account, email } from '../users/user.contract.ts'
import { type CellValues, listOf, truthOf } from './cell.rules.ts'

const truth = z.pipe(
  z.string().check(
    z.trim(),
    z.refine((text) => truthOf(text) !== null, { error: 'invalid' }),
  ),
  z.transform((text) => truthOf(text) === true),
)

const list = z.pipe(z.string(), z.transform(listOf))

/** Texts as the screen takes them, so that a file brings in nothing else. */
const CELLS = {
  username: account.username,
  email,
  firstName: account.firstName,
  lastName: account.lastName,
  displayName: account.displayName,
  jobTitle: account.jobTitle,
  phone: account.phone,
  roles: list,
  authentication: z.pipe(
    z.string().check(z.trim(), z.toLowerCase()),
    z.enum(['internal', 'external'], { error: 'invalid' }),
  ),
  provider: z.pipe(z.string().check(z.trim()), id),
  protected: truth,
  enabled: truth,
  language: account.language,
  timeZone: account.timeZone,
  instances: list,
  organization: account.organization,
  externalId: account.externalId,
  muteNotifications: truth,
  [PASSWORD_HASH]: z.string().check(z.trim(), z.maxLength(512, { error: 'too-long' })),
} satisfies { readonly [C in keyof CellValues]: z.ZodMiniType }

/** What a cell that is not blank holds; `invalid-input` names what is wrong with it under an empty path. */
export function parseCell<C extends keyof CellValues>(column: C, text: string): CellValues[C] {
  return parseInput<z.ZodMiniType>(CELLS[column], text) as CellValues[C]
}
