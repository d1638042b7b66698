import { directory, inviteFirst, ladder } from '@rollcall/core/presets'
import { ACTIONS } from '@rollcall/core/rules'
import { createWorld } from '@rollcall/testing'
import { afterAll, describe, expect, it } from 'vitest'
import { expectedOf, linesOf } from './authority.ts'
import { matrixOf, type Pair, said } from './matrix.ts'
import { OPERATIONS, type Operation } from './operations.ts'
import { standIns } from './stand-ins.ts'

const MESSAGE = 'See you on Monday.'
const counts: string[] = []
afterAll(() => console.log(counts.join('\n')))

const operations: Readonly<Record<string, Operation>> = {
  ...OPERATIONS,
  // Without a change, so that no ceiling is asked beside the action.
  'access.setGrants': {
    action: 'assign',
    call(client, { id: userId, version, grants }) {
      const roles = grants.filter(({ scope }) => scope === null).map(({ role }) => role)
      return client.access.setGrants({ userId, version, scope: null, roles })
    },
  },
}

describe.each([inviteFirst, ladder, directory])('under $preset', (policy) => {
  const matrix = matrixOf(policy)
  const people = standIns(createWorld({ policy }), matrix)
  const lines = linesOf(policy.preset)
  /** What every cell said, by its name. */
  const cells = new Map<string, { readonly decided: string; readonly answered: string }>()

  it('has an operation for every action on somebody who is there', () => {
    const asked = Object.values(operations).flatMap(({ action, worded }) => [action, worded])
    expect(ACTIONS.filter((action) => !asked.includes(action))).toEqual(['messageOnInvite'])
  })

  it.each(Object.keys(operations))('answers %s over HTTP as the rules decide, for every pair', async (name) => {
    const operation = operations[name]
    if (!operation) return
    const wrong: unknown[] = []
    const ask = async (pair: Pair, message?: string) => {
      const action = (message !== undefined && operation.worded) || operation.action
      const decided = matrix.decision(pair, action)
      const answered = await people.answer(pair, name, operation, message)
      cells.set(said(name, pair, message), { decided, answered })
      const expected = matrix.isHidden(pair, name) ? 'not-found' : decided
      if (answered !== expected) wrong.push({ ...pair, action, expected, answered })
    }
    for (const pair of matrix.pairs) {
      await ask(pair)
      if (operation.worded) await ask(pair, MESSAGE)
    }
    expect(wrong).toEqual([])
  })

  it('answers invitations over HTTP as the rules decide, for every role given, in own words or not', async () => {
    const wrong: unknown[] = []
    for (const pair of matrix.pairs.filter(({ relation }) => relation === 'own' || relation === 'impersonating')) {
      for (const message of [undefined, MESSAGE]) {
        const decided = matrix.decisionOnInvitation(pair, message)
        const answered = await people.invite(pair, message)
        cells.set(said('invitations.inviteUsers', pair, message), { decided, answered })
        if (answered !== decided) wrong.push({ ...pair, message, decided, answered })
      }
    }
    expect(wrong).toEqual([])
  })

  it('decides and answers as authority.csv says, wherever that speaks', () => {
    const spoken = lines.flatMap((line) => {
      const name = matrix.saidBy(line, operations[line.action]?.state, MESSAGE)
      const cell = name === null ? undefined : cells.get(name)
      return cell ? [{ line, ...cell }] : []
    })
    const wrong = spoken.filter(({ line, decided, answered }) => {
      const reason = expectedOf(line)
      return answered === 'not-found'
        ? decided !== reason && reason !== 'not-found'
        : [decided, answered].some((each) => each !== reason)
    })
    expect(wrong).toEqual([])
    counts.push(
      `${policy.preset}: ${cells.size} cells, ${spoken.length} of ${lines.length} lines of authority.csv among them`,
    )
    expect(spoken.length).toBeGreaterThan(lines.length / 2)
  })
})
