import { type Move, onResources, type Turn } from './move.ts'

/** Domains a group may take everybody of: the coalition's own, and the one all others have. */
const DOMAINS = ['coalition.example', 'northwind.example']

const domains = ({ draw }: Turn) => (draw.pick % 3 === 0 ? [] : DOMAINS.slice(draw.pick % 2, (draw.pick % 2) + 1))

async function groupOf({ coalition, draw }: Turn) {
  const groups = await coalition.world.storage.groups.list({ kind: 'all' })
  return groups[draw.pick % Math.max(1, groups.length)] ?? { id: 'none', version: 1, grants: [] }
}

/** What people do to others by groups. */
export const groupMoves: Readonly<Record<string, Move>> = {
  createGroup: {
    right: 'groups.manage',
    run: (turn) => {
      const about = {
        name: `Group ${turn.draw.pick}`,
        description: '',
        domains: domains(turn),
        grants: onResources(turn),
      }
      return turn.rollcall.groups.createGroup(turn.actor, about)
    },
  },
  giveAGroupRoles: {
    right: 'groups.manage',
    run: async (turn) => {
      const { id: groupId, version } = await groupOf(turn)
      return turn.rollcall.groups.editGroup(turn.actor, { groupId, version, grants: onResources(turn) })
    },
  },
  giveAGroupADomain: {
    right: 'groups.manage',
    run: async (turn) => {
      const { id: groupId, version } = await groupOf(turn)
      return turn.rollcall.groups.editGroup(turn.actor, { groupId, version, domains: domains(turn) })
    },
  },
  setMembers: {
    right: 'groups.manage',
    run: async (turn) => {
      const { id: groupId, version } = await groupOf(turn)
      const [add, remove] = turn.draw.pick % 3 === 0 ? [[], [turn.on.id]] : [[turn.on.id], []]
      return turn.rollcall.groups.setMembers(turn.actor, { groupId, version, add, remove })
    },
  },
  deleteGroup: {
    right: 'groups.manage',
    run: async (turn) => {
      const { id: groupId, version } = await groupOf(turn)
      return turn.rollcall.groups.deleteGroup(turn.actor, { groupId, version })
    },
  },
  listGroups: {
    right: 'groups.read',
    run: ({ rollcall, actor }) => rollcall.groups.listGroups(actor, {}),
  },
  listMembers: {
    right: 'groups.read',
    run: async (turn) => turn.rollcall.groups.listMembers(turn.actor, { groupId: (await groupOf(turn)).id }),
  },
}
