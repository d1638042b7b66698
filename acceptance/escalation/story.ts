import fc from 'fast-check'
import { assemble, type Person, somebodyOf } from './coalition.ts'
import { everybody, violated } from './invariant.ts'
import { type Draw, make, moves } from './moves.ts'
import { ATOMS, type Atom, MISPLACED } from './reach.ts'

const on = (role: string, scope: string | null = null): Atom => ({ role, scope })

/** Jobs as people have them. */
const product = fc.constantFrom<readonly Atom[]>(
  [on('owner', 'app-a')],
  [on('owner', 'app-a'), on('owner', 'app-b')],
  [on('owner', 'app-b'), on('developer', 'app-a')],
  [on('developer', 'app-a')],
  [on('api-user', 'app-b')],
  [on('publisher')],
  [],
)
const management = fc.constantFrom<readonly Atom[]>(
  [on('user-management')],
  [on('publisher'), on('user-management')],
  [on('user-management'), on('owner', 'app-a')],
)
const administration = fc.constant<readonly Atom[]>([on('admin')])

/** Those who act together hold much, those who look on hold more: where there is nothing to gain, nothing is found. */
const members = fc.record({
  held: fc.oneof(
    { weight: 3, arbitrary: product },
    { weight: 3, arbitrary: management },
    { weight: 2, arbitrary: administration },
  ),
  state: fc.constant<Person['state']>('member'),
})
const others = (state: Person['state']) =>
  fc.record({
    held: fc.oneof({ weight: 3, arbitrary: product }, management, { weight: 2, arbitrary: administration }),
    state: fc.constant(state),
  })

/** Three to five people who can act, some together; and three who cannot. */
const people = fc
  .tuple(
    fc.array(members, { minLength: 1, maxLength: 3 }),
    fc.array(others('bystander'), { minLength: 2, maxLength: 2 }),
    others('pending'),
    others('disabled'),
    others('locked'),
  )
  .map(([together, looking, ...rest]) => [...together, ...looking, ...rest])

/** Moves after which somebody has gone are seldom, so that stories go on; those that need another before are frequent. */
const WEIGHTS: Readonly<Record<string, number>> = {
  deleteMe: 1,
  deleteUser: 1,
  disableUser: 1,
  issueTemporaryPassword: 8,
  signIn: 8,
  takeOver: 8,
}

const draws = fc.array(
  fc.record({
    move: fc.oneof(...Object.keys(moves).map((move) => ({ weight: WEIGHTS[move] ?? 4, arbitrary: fc.constant(move) }))),
    by: fc.nat(30),
    on: fc.nat(30),
    pick: fc.nat(30),
    atoms: fc.uniqueArray(
      fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...ATOMS) }, fc.constantFrom(...MISPLACED)),
      {
        maxLength: 2,
      },
    ),
  }),
  { minLength: 20, maxLength: 60, size: 'max' },
)

/** How often each kind of move was let through. */
export type Tally = Map<string, number>

/** Tells one story, and stops at the first move after which the invariant does not hold. */
async function tell(tally: Tally, who: readonly Person[], moves: readonly Draw[]): Promise<void> {
  const coalition = await assemble(who)
  for (const draw of moves) {
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
  numRuns: number,
  options: Pick<fc.Parameters<unknown>, 'seed' | 'endOnFailure'> = {},
): Promise<Tally> {
  const tally: Tally = new Map(Object.keys(moves).map((move) => [move, 0]))
  const property = fc.asyncProperty(people, draws, (who, drawn) => tell(tally, who, drawn))
  await fc.assert(property, { numRuns, includeErrorInReport: true, ...options })
  return tally
}
