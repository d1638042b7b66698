import { CLIENT } from '@rollcall/testing'
import { OURS } from './coalition.ts'
import { keep, linkIn, type Move, type Turn } from './move.ts'

const grants = ({ draw }: Turn) => [...draw.atoms]
const places = ({ draw }: Turn) => draw.atoms.map(({ scope }) => scope)

/** What people do to others where accounts are set up in full: by every field, and by the mail that follows. */
export const accountMoves: Readonly<Record<string, Move>> = {
  createUser: {
    right: 'users.create',
    places,
    never: ({ coalition }) => !coalition.world.policy.onboarding.includes('creation'),
    run: async (turn) => {
      const name = `newcomer-${turn.draw.pick % 4}`
      const email = `${name}@coalition.example`
      turn.coalition.addresses.add(email)
      const profile = { username: name, firstName: 'Eve', lastName: 'Puppet' }
      return turn.rollcall.users.createUser(turn.actor, { ...profile, email, grants: grants(turn) })
    },
  },
  editGrants: {
    right: 'access.assign',
    places,
    run: (turn) => turn.rollcall.users.editUser(turn.actor, { ...turn.at, firstName: 'Puppet', grants: grants(turn) }),
  },
  switchByEdit: {
    right: 'users.disable',
    run: ({ rollcall, actor, at, on }) => rollcall.users.editUser(actor, { ...at, enabled: !on.enabled }),
  },
  editEmail: {
    right: 'users.edit',
    never: ({ coalition }) => !coalition.world.policy.emailEditable,
    run: ({ coalition, rollcall, actor, at, draw }) => {
      const domain = draw.pick % 2 === 0 ? 'coalition.example' : 'fabrikam.example'
      const email = `moved-${draw.pick % 3}@${domain}`
      // Nobody of them reads what is sent to the other domain.
      if (domain === 'coalition.example') coalition.addresses.add(email)
      return rollcall.users.editUser(actor, { ...at, email })
    },
  },
  renameUser: {
    right: 'users.edit',
    never: ({ on }) => on.username !== null,
    run: ({ rollcall, actor, at, draw }) => rollcall.users.editUser(actor, { ...at, username: `renamed-${draw.pick}` }),
  },
  sendWelcome: {
    right: 'users.welcome',
    run: ({ rollcall, actor, it }) => rollcall.users.sendWelcome(actor, it),
  },
  registerByWelcome: {
    run: async ({ coalition, rollcall, draw }) => {
      const token = await linkIn(coalition, 'welcome', draw.pick)
      const person = { token, firstName: 'Eve', lastName: 'Puppet', password: OURS }
      keep(coalition, await rollcall.invitations.registerUser(rollcall.anonymous(CLIENT), person))
    },
  },
}
