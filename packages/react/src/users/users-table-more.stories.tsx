import { directory } from '@rollcall/core/presets'
import type { World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test'
import { UsersTable } from './users-table.tsx'

const hub = { scenario: 'productHub', world: { policy: directory } } as const

/** The welcome mail from the table, and what is done with the whole list. */
const meta = {
  title: 'Users/UsersTable/Whole list',
  component: UsersTable,
  args: { onOpenUser: fn() },
  parameters: { layout: 'padded', rollcall: hub },
} satisfies Meta<typeof UsersTable>
export default meta

type Story = StoryObj<typeof meta>
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas']

const more = (canvas: Canvas) => canvas.getByRole('button', { name: 'More for the whole list' })

async function choose(canvas: Canvas, item: RegExp | string) {
  await canvas.findByRole('button', { name: /^Actions for Rana/ })
  await userEvent.click(more(canvas))
  await userEvent.click(await screen.findByRole('menuitem', { name: item }))
}

/** To whom welcome mails went that were sent in the story. */
async function welcomed(world: World): Promise<string[]> {
  const { items } = await world.rollcall.audit.listEntries(world.rollcall.host('story'), {
    action: ['users.sendWelcome'],
    from: new Date(world.clock.now()).toISOString(),
  })
  return items.map(({ target }) => target?.name ?? '').sort()
}

export const OfOne: Story = {
  name: '[B55][B75] the row’s menu sends one person the welcome mail',
  async play({ canvas, loaded }) {
    const button = await canvas.findByRole('button', { name: 'Actions for New Auditor' })
    await userEvent.click(button)
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Send welcome mail' }))
    const dialog = within(await screen.findByRole('dialog', { name: /^Send New Auditor/ }))
    await userEvent.click(dialog.getByRole('button', { name: 'Send welcome mail' }))
    await expect(await screen.findByText(/^Sent/)).toBeVisible()
    await waitFor(() => expect(button).toHaveFocus())
    await expect(await welcomed(loaded.rollcall.world)).toEqual(['New Auditor'])
  },
}

export const OfSome: Story = {
  name: '[B75] sends it to those selected, a verdict on each',
  async play({ canvas, loaded }) {
    await userEvent.click(await canvas.findByRole('checkbox', { name: 'Select New Auditor' }))
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Select R. Patel' }))
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Select Priya Raman' }))
    const acts = within(canvas.getByRole('region', { name: 'What to do with those selected' }))
    await userEvent.click(acts.getByRole('button', { name: 'Send welcome mail' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Send 2 welcome mails?' }))
    await expect(dialog.getByText('This person is deactivated.')).toBeVisible()
    await userEvent.click(await dialog.findByRole('button', { name: 'Send 2 welcome mails' }))
    await expect(await screen.findByRole('dialog', { name: 'Sent 2 welcome mails' })).toBeVisible()
    await expect(await welcomed(loaded.rollcall.world)).toEqual(['New Auditor', 'R. Patel'])
  },
}

export const OfAll: Story = {
  name: '[B55][B75] sends it to everybody active, counted before and told after',
  async play({ canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    await choose(canvas, /^Send welcome mail to all/)
    const dialog = within(await screen.findByRole('dialog', { name: 'Send 13 people the welcome mail?' }))
    await expect(dialog.queryByText(/passed over/)).not.toBeInTheDocument()
    await expect(await welcomed(world)).toEqual([])
    await userEvent.click(dialog.getByRole('button', { name: 'Send 13 mails' }))
    await expect(await screen.findByText('Sent 13 welcome mails')).toBeVisible()
    await waitFor(() => expect(more(canvas)).toHaveFocus())
    const names = await welcomed(world)
    await expect(names).toHaveLength(13)
    await expect(names).not.toContain('Priya Raman')
  },
}

export const OfAllWhoMatch: Story = {
  name: '[B75] sends it to nobody whom the filters leave out',
  args: { defaultFilter: { resource: ['audits-emea'] } },
  async play({ canvas, loaded }) {
    await canvas.findByRole('button', { name: 'Actions for New Auditor' })
    await userEvent.click(more(canvas))
    await userEvent.click(await screen.findByRole('menuitem', { name: /^Send welcome mail to all/ }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Send 5 people the welcome mail?' }))
    await expect(dialog.getByText(/who matches the search and the filters/)).toBeVisible()
    await userEvent.click(dialog.getByRole('button', { name: 'Send 5 mails' }))
    await screen.findByText('Sent 5 welcome mails')
    await expect(await welcomed(loaded.rollcall.world)).not.toContain('Rana ‘Roro’ Al-Khatib')
  },
}

export const OfNobody: Story = {
  name: '[B72] among the deactivated there is nobody to send it to',
  args: { defaultFilter: { enabled: false } },
  async play({ canvas }) {
    await canvas.findByRole('button', { name: 'Actions for Priya Raman' })
    await userEvent.click(more(canvas))
    await userEvent.click(await screen.findByRole('menuitem', { name: /^Send welcome mail to all/ }))
    const dialog = within(await screen.findByRole('dialog', { name: 'There is nobody to send it to' }))
    await expect(dialog.queryByRole('button', { name: /mail/ })).not.toBeInTheDocument()
  },
}

export const NotCounted: Story = {
  name: 'sends nothing while it is not known to whom',
  parameters: { rollcall: { ...hub, fail: { 'users.changeManyUsers': 'unavailable' } } },
  async play({ canvas }) {
    await choose(canvas, /^Send welcome mail to all/)
    const dialog = within(await screen.findByRole('dialog'))
    await expect(await dialog.findByRole('button', { name: 'Try again' })).toBeVisible()
    await expect(dialog.queryByRole('button', { name: /^Send/ })).not.toBeInTheDocument()
  },
}

export const Export: Story = {
  name: 'saves the list as it is narrowed',
  args: { defaultFilter: { authentication: 'external' } },
  async play({ canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    await canvas.findByRole('button', { name: 'Actions for Thandiwe Dlamini' })
    await userEvent.click(more(canvas))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Export' }))
    await expect(await screen.findByText('The file is on its way')).toBeVisible()
    const asked = { action: ['users.exportUsers'] }
    const { items } = await world.rollcall.audit.listEntries(world.rollcall.host('story'), asked)
    await expect(items.map(({ changes }) => changes)).toEqual([{ authentication: [null, 'external'] }])
  },
}

export const Support: Story = {
  name: '[B50] whoever deletes from the list is told whom to ask before',
  args: { support: <a href="#support">Ask support first</a> },
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Actions for R. Patel' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: /^Delete/ }))
    await expect(await screen.findByRole('link', { name: 'Ask support first' })).toBeVisible()
  },
}
