import fc from 'fast-check'
import { accountMoves } from './account-moves.ts'
import { assemble, type Person, somebodyOf } from './coalition.ts'
import { everybody, violated } from './invariant.ts'
import type { Draw } from './move.ts'
import { make, moves } from './moves.ts'
import { atomsOf, misplacedOf } from './reach.ts'
import { type Setting, type SettingName, settings } from './settings.ts'

/** Three to five people who can act, some together; and four who cannot. */
function peopleOf({ members, others }: Setting): fc.Arbitrary<readonly Person[]> {
  const member = fc.record({ held: members, state: fc.constant<Person['state']>('member') })
  const other = (state: Person['state']) => fc.record({ held: others, state: fc.constant(state) })
  return fc
    .tuple(
      fc.array(member, { minLength: 1, maxLength: 3 }),
      fc.array(other('bystander'), { minLength: 2, maxLength: 2 }),
      other('pending'),
      other('disabled'),
      other('locked'),
      other('dormant'),
    )
    .map(([together, looking, ...rest]) => [...together, ...looking, ...rest])
}

/** Moves after which somebody has gone are seldom, so that stories go on; those that need another before are frequent. */
const WEIGHTS: Readonly<Record<string, number>> = {
  deleteMe: 1,
  deleteUser: 3,
  disableUser: 2,
  issueTemporaryPassword: 8,
  setPassword: 8,
  startImpersonation: 8,
  revokeToken: 8,
  sendResetLink: 8,
  completeReset: 8,
  signIn: 8,
  createUser: 8,
  editGrants: 8,
  editEmail: 8,
  registerByWelcome: 8,
  takeOver: 12,
}

function drawsOf({ policy }: Setting): fc.Arbitrary<readonly Draw[]> {
  const atom = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...atomsOf(policy.access)) },
    fc.constantFrom(...misplacedOf(policy.access)),
  )
  const accounts = policy.access.systemRoles.some(({ rights }) => rights.includes('users.create'))
  const names = Object.keys(moves).filter((name) => accounts || !(name in accountMoves))
  const move = fc.oneof(...names.map((name) => ({ weight: WEIGHTS[name] ?? 4, arbitrary: fc.constant(name) })))
  return fc.array(
    fc.record({
      move,
      by: fc.nat(30),
      on: fc.nat(30),
      pick: fc.nat(30),
      atoms: fc.uniqueArray(atom, { maxLength: 2 }),
    }),
    { minLength: 20, maxLength: 60, size: 'max' },
  )
}

/** How often each kind of move was let through. */
export type Tally = Map<string, number>

interface Story {
  readonly setting: Setting
  readonly people: readonly Person[]
  readonly draws: readonly Draw[]
}

/** Tells one story, and stops at the first move after which the invariant does not hold. */
async function tell(tally: Tally, { setting, people, draws }: Story): Promise<void> {
  const coalition = await assemble(setting.policy, people)
  for (const draw of draws) {
    const actor = await somebodyOf(coalition, draw.by)
    const all = await everybody(coalition)
    const target = all[draw.on % Math.max(1, all.length)]
    if (!actor || !target) return
    const outcome = await make(coalition, actor, target, draw)
    if (outcome !== 'refused') tally.set(draw.move, (tally.get(draw.move) ?? 0) + 1)
    const sentence = await violated(coalition, outcome)
    if (sentence) throw new Error(`After ${draw.move} on ${target.email}: ${sentence}.`)
  }
}

/** Tells that many stories. Throws with the first in which the invariant breaks, made as short as it can be. */
export async function tellStories(
  name: SettingName,
  numRuns: number,
  options: Pick<fc.Parameters<unknown>, 'seed' | 'endOnFailure'> = {},
): Promise<Tally> {
  const tally: Tally = new Map(Object.keys(moves).map((move) => [move, 0]))
  const story = (settings[name] as fc.Arbitrary<Setting>).chain((setting) =>
    fc.record({ setting: fc.constant(setting), people: peopleOf(setting), draws: drawsOf(setting) }),
  )
  const property = fc.asyncProperty(story, (told) => tell(tally, told))
  await fc.assert(property, { numRuns, includeErrorInReport: true, ...options })
  return tally
}
