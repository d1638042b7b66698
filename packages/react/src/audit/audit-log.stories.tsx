import type { World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { AuditLog } from './audit-log.tsx'

const AMARA = 'amara.okafor@northwind.example'
const RANA = 'rana.alkhatib@fabrikam.example'
const OSCAR = 'oscar.delafuente@fabrikam.example'
const JONAS = 'jonas.lindqvist@northwind.example'

const jonas = { props: async ({ idOf }: World) => ({ userId: await idOf(JONAS) }) }

/** Rana edits Jonas, and gives and takes roles. */
async function edited({ rollcall, as, idOf, storage, clock }: World) {
  const userId = await idOf(JONAS)
  const rana = await as(RANA)
  const version = async () => (await storage.users.find(userId))?.version ?? 0
  await rollcall.users.editUser(rana, { userId, version: await version(), jobTitle: 'Head of mobile' })
  clock.advance(1_000)
  await rollcall.access.setGrants(rana, {
    userId,
    version: await version(),
    scope: 'app-field-notes',
    roles: ['owner'],
  })
}

const meta = {
  title: 'Audit/AuditLog',
  component: AuditLog,
  parameters: { layout: 'padded' },
} satisfies Meta<typeof AuditLog>
export default meta

type Story = StoryObj<typeof meta>

const rowsOf = async (canvas: ReturnType<typeof within>) => {
  await canvas.findAllByText(/Registered/)
  return within(canvas.getByRole('table')).getAllByRole('row').slice(1)
}

export const Playground: Story = { parameters: { rollcall: { ...jonas, prepare: edited } } }

export const OfSomebody: Story = {
  name: 'tells who did what, when, from where, with what it was before and after',
  parameters: { rollcall: { ...jonas, prepare: edited } },
  async play({ canvas }) {
    const [roles, profile] = await rowsOf(canvas)
    await expect(roles).toHaveTextContent(/14 Jun 2026, 14:05:\d\d.*Rana.*Changed the roles/)
    await waitFor(() => expect(roles).toHaveTextContent('App owner (Field Notes)'))
    await expect(roles).toHaveTextContent('Developer (Field Notes)')
    await expect(profile).toHaveTextContent(/Changed the profile.*Job title: iOS developer.*Head of mobile/)
    await expect(profile).toHaveTextContent('203.0.113.7')
  },
}

export const Everybody: Story = {
  name: 'shows a page at a time, and in everybody’s log whom each entry is about',
  args: { limit: 5 },
  parameters: { rollcall: { as: AMARA, prepare: edited } },
  async play({ canvas }) {
    await expect(await canvas.findByText('Audit')).toBeVisible()
    await waitFor(() => expect(canvas.getAllByRole('row')).toHaveLength(6))
    await expect((await canvas.findAllByText(/Changed the profile/))[0]?.closest('td')).toHaveTextContent(
      'Changed the profile: Jonas Lindqvist',
    )
    await userEvent.click(canvas.getByRole('button', { name: 'Show more' }))
    await waitFor(() => expect(canvas.getAllByRole('row')).toHaveLength(11))
  },
}

export const UnknownAction: Story = {
  name: 'an action without words is told by its name, with the reason given and as whom it was done',
  parameters: {
    rollcall: {
      ...jonas,
      async prepare({ storage, idOf, clock }: World) {
        const jonasHimself = { id: await idOf(JONAS), name: 'Jonas Lindqvist' }
        const rana = { id: await idOf(RANA), name: 'Rana Al-Khatib' }
        await storage.transaction((tx) =>
          tx.audit.append({
            id: '7f3b9c',
            at: clock.now(),
            action: 'host.exportReport',
            real: rana,
            effective: jonasHimself,
            target: jonasHimself,
            changes: { report: [null, { month: 7 }] },
            reason: 'Cannot see the July report',
            address: null,
            mac: '',
          }),
        )
      },
    },
  },
  async play({ canvas }) {
    const row = (await canvas.findByText('host.exportReport')).closest('tr')
    await expect(row).toHaveTextContent(/Rana Al-Khatib, as Jonas Lindqvist.*Cannot see the July report/)
    await expect(row).toHaveTextContent(/report: nothing.*\{"month":7\}.*Unknown/)
  },
}

export const Refused: Story = {
  parameters: { rollcall: { ...jonas, as: OSCAR } },
  async play({ canvas }) {
    await expect(await canvas.findByText('Your role does not include this.')).toBeVisible()
  },
}

export const Empty: Story = {
  parameters: {
    rollcall: { props: async ({ idOf }: World) => ({ userId: await idOf('thandiwe.dlamini@northwind.example') }) },
  },
  async play({ canvas }) {
    await expect(await canvas.findByText('Nothing was written down yet')).toBeVisible()
  },
}

export const Loading: Story = {
  parameters: { rollcall: { ...jonas, latency: 'infinite' } },
  async play({ canvas }) {
    await expect(canvas.getByRole('region', { name: 'Audit of this user' })).toHaveAttribute('aria-busy', 'true')
  },
}

export const Failed: Story = {
  parameters: { rollcall: { ...jonas, fail: { 'audit.listEntries': 'unavailable' } } },
  async play({ canvas }) {
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/did not load.*7f3b9c/)
  },
}

export const Narrow: Story = {
  parameters: { rollcall: { ...jonas, prepare: edited } },
  decorators: [(Story) => <div style={{ inlineSize: 340 }}>{Story()}</div>],
  async play({ canvas }) {
    await expect((await rowsOf(canvas)).length).toBeGreaterThan(2)
  },
}
