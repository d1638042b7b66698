import { RefusedError } from '@rollcall/core'
import { CLIENT } from '@rollcall/testing'
import { CHOSEN } from './coalition.ts'
import { keep, linkIn, type Move } from './move.ts'

const BULK = ['enable', 'disable', 'reactivate', 'unlock', 'resend', 'delete'] as const

/** What people do as others, with others' passwords, with their own address, and to many at once. */
export const identityMoves: Readonly<Record<string, Move>> = {
  setPassword: {
    right: 'passwords.set',
    run: async ({ coalition, rollcall, actor, on, at }) => {
      await rollcall.passwords.setPassword(actor, { ...at, password: CHOSEN })
      coalition.temporary.push({ email: on.email, password: CHOSEN })
    },
  },
  startImpersonation: {
    right: 'impersonation.start',
    run: async ({ coalition, rollcall, actor, it }) => {
      keep(coalition, await rollcall.impersonation.startImpersonation(actor, { ...it, reason: 'To see' }))
    },
  },
  stopImpersonation: {
    run: async ({ coalition, rollcall, actor }) => {
      keep(coalition, await rollcall.impersonation.stopImpersonation(actor, {}))
    },
  },
  requestEmailChange: {
    run: async ({ coalition, rollcall, actor, draw }) => {
      const email = `mover-${draw.pick % 3}@coalition.example`
      coalition.addresses.add(email)
      return rollcall.users.requestEmailChange(actor, { email })
    },
  },
  confirmEmailChange: {
    run: async ({ coalition, rollcall, draw }) => {
      const token = await linkIn(coalition, 'email-change', draw.pick)
      return rollcall.users.confirmEmailChange(rollcall.anonymous(CLIENT), { token })
    },
  },
  reactivateUser: {
    right: 'users.reactivate',
    run: ({ rollcall, actor, it }) => rollcall.users.reactivateUser(actor, it),
  },
  changeManyUsers: {
    never: ({ on, draw }) => on.protected && BULK[draw.pick % BULK.length] === 'delete',
    run: async ({ rollcall, actor, on, draw }) => {
      const change = { kind: BULK[draw.pick % BULK.length] ?? 'enable' } as const
      const users = [{ id: on.id, version: on.version }]
      const { results } = await rollcall.users.changeManyUsers(actor, { change, users, dryRun: draw.pick % 7 === 0 })
      // Refused for the one it was about counts as refused.
      for (const { verdict } of results) if (verdict !== true) throw new RefusedError(verdict.code)
    },
  },
  giveManyARole: {
    right: 'access.assign',
    places: ({ draw }) => draw.atoms.map(({ scope }) => scope),
    run: async ({ rollcall, actor, on, draw }) => {
      const [atom] = draw.atoms
      if (!atom) throw new RefusedError('invalid-input')
      const change = { kind: 'grant', ...atom } as const
      const users = [{ id: on.id, version: on.version }]
      const { results } = await rollcall.users.changeManyUsers(actor, { change, users, dryRun: draw.pick % 7 === 0 })
      for (const { verdict } of results) if (verdict !== true) throw new RefusedError(verdict.code)
    },
  },
  listRoles: {
    right: 'access.readRoles',
    run: ({ rollcall, actor }) => rollcall.access.listRoles(actor, {}),
  },
}
