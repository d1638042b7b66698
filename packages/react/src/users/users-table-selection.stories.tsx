import { inviteFirst } from '@rollcall/core/presets'
import type { World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test'
import { UsersTable } from './users-table.tsx'

/** Several people at once: ticked, then acted on from the bar, with a verdict on each before and after. */
const meta = {
  title: 'Users/UsersTable/Selection',
  component: UsersTable,
  args: { onOpenUser: fn() },
  parameters: { layout: 'padded' },
} satisfies Meta<typeof UsersTable>
export default meta

type Story = StoryObj<typeof meta>
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas']

const tick = (canvas: Canvas, name: string) => canvas.getByRole('checkbox', { name: `Select ${name}` })
const act = (canvas: Canvas, name: string) =>
  within(canvas.getByRole('region', { name: 'What to do with those selected' })).getByRole('button', { name })

export const Selection: Story = {
  name: 'selects by Space, by ranges with Shift, and a whole page',
  async play({ canvas }) {
    await canvas.findByText('Jonas Lindqvist')
    const all = canvas.getByRole('checkbox', { name: 'Select everybody on this page' }) as HTMLInputElement
    tick(canvas, 'Jonas Lindqvist').focus()
    await userEvent.keyboard(' ')
    await expect(canvas.getByText('1 selected')).toBeVisible()
    await expect(all.indeterminate).toBe(true)
    await userEvent.keyboard('{Shift>}')
    const user = userEvent.setup()
    await user.keyboard('{Shift>}')
    await user.click(tick(canvas, 'Priya Raman'))
    await user.keyboard('{/Shift}')
    await expect(canvas.getByText('6 selected')).toBeVisible()
    await expect(tick(canvas, 'Mei-Lin Zhao')).toBeChecked()
    await userEvent.click(all)
    await expect(canvas.getByText('15 selected')).toBeVisible()
    await expect(all).toBeChecked()
    await userEvent.click(canvas.getByRole('button', { name: 'Clear' }))
    await expect(canvas.getByText('Nobody selected')).toBeVisible()
  },
}

export const Toolbar: Story = {
  name: '[C41] offers what the server allows for those selected, and says why not',
  async play({ args, canvas }) {
    await canvas.findByText('Jonas Lindqvist')
    await expect(act(canvas, 'View')).toHaveAccessibleDescription('Select somebody first.')
    await userEvent.click(tick(canvas, 'Amara Okafor'))
    await expect(act(canvas, 'Delete…')).toHaveAttribute('aria-disabled', 'true')
    await expect(act(canvas, 'Unlock')).toHaveAccessibleDescription('It applies to nobody you selected.')
    await userEvent.click(tick(canvas, 'Jonas Lindqvist'))
    await expect(act(canvas, 'View')).toHaveAccessibleDescription('Select one person alone.')
    await expect(act(canvas, 'Unlock')).not.toHaveAttribute('aria-disabled')
    await userEvent.click(tick(canvas, 'Amara Okafor'))
    await userEvent.click(act(canvas, 'View'))
    await expect(args.onOpenUser).toHaveBeenCalledWith(expect.objectContaining({ name: 'Jonas Lindqvist' }))
    await userEvent.click(act(canvas, 'Delete…'))
    await expect(await screen.findByRole('dialog', { name: /Jonas Lindqvist/ })).toBeVisible()
  },
}

export const Narrowed: Story = {
  name: 'forgets who was selected when other people are looked for',
  async play({ canvas }) {
    await canvas.findByText('Jonas Lindqvist')
    await userEvent.click(tick(canvas, 'Jonas Lindqvist'))
    await userEvent.type(canvas.getByRole('searchbox'), 'mei-lin')
    await expect(await canvas.findByText('1–1 of 1')).toBeVisible()
    await expect(canvas.getByText('Nobody selected')).toBeVisible()
  },
}

/** Óscar owns one app: of all acts there is one he could ever do. */
export const FewActs: Story = {
  name: 'shows nobody what they could never do',
  parameters: { rollcall: { as: 'oscar.delafuente@fabrikam.example' } },
  async play({ canvas }) {
    await canvas.findByText('Jonas Lindqvist')
    const acts = within(canvas.getByRole('region', { name: 'What to do with those selected' }))
    await expect(acts.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'View',
      'Resend invitation',
    ])
  },
}

export const Bulk: Story = {
  name: 'acts on several by keyboard alone: a verdict on each before, one on each after',
  async play({ canvas }) {
    await canvas.findByText('Jonas Lindqvist')
    for (const name of ['Amara Okafor', 'Jonas Lindqvist', 'Mei-Lin Zhao']) {
      tick(canvas, name).focus()
      await userEvent.keyboard(' ')
    }
    act(canvas, 'Deactivate').focus()
    await userEvent.keyboard('{Enter}')
    const open = within(await screen.findByRole('dialog', { name: 'Deactivate 2 users?' }))
    const people = within(open.getByRole('list', { name: 'Who, and what happens to them' }))
    const [first, ...others] = await people.findAllByRole('listitem')
    await expect(first).toHaveTextContent(/Amara Okafor.*to yourself/)
    for (const other of others) await expect(other).toHaveTextContent('Will change')
    open.getByRole('button', { name: 'Deactivate 2 users' }).focus()
    await userEvent.keyboard('{Enter}')
    await expect(await screen.findByRole('dialog', { name: 'Deactivated 2 users' })).toBeVisible()
    for (const name of ['Jonas Lindqvist', 'Mei-Lin Zhao']) {
      const item = people.getAllByRole('listitem').find((each) => each.textContent?.includes(name))
      await expect(item).toHaveTextContent('Done')
    }
    await expect(open.getByRole('status')).toHaveTextContent('2 of 2')
    await waitFor(() => expect(open.getByRole('button', { name: 'Close', description: '' })).toBeVisible())
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    await expect(canvas.getByText('Nobody selected')).toBeVisible()
    await waitFor(() => expect(canvas.getAllByText('Deactivated')).toHaveLength(3))
  },
}

const contoso = { id: 'contoso', name: 'Contoso ID', startUrl: '#contoso', domains: ['contoso.example'] }
const policy = { ...inviteFirst, signIn: { ...inviteFirst.signIn, providers: [contoso] } }

export const ChangeSignIn: Story = {
  name: '[B86] sends several to a provider at once, after it was chosen and each was judged',
  parameters: { rollcall: { world: { policy } } },
  async play({ canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    await canvas.findByText('Jonas Lindqvist')
    for (const name of ['Jonas Lindqvist', 'Mei-Lin Zhao']) await userEvent.click(tick(canvas, name))
    await userEvent.click(act(canvas, 'Change sign-in'))
    const open = within(await screen.findByRole('dialog', { name: 'Change how 2 users sign in' }))
    const run = await open.findByRole('button', { name: 'Change 2 users' })
    await expect(run).toHaveAttribute('aria-disabled', 'true')
    await userEvent.selectOptions(open.getByLabelText('Sign-in'), 'Contoso ID')
    await waitFor(() => expect(open.getAllByText('Will change')).toHaveLength(2))
    await userEvent.click(run)
    await expect(await screen.findByRole('dialog', { name: 'Changed how 2 users sign in' })).toBeVisible()
    const meilin = await world.storage.users.find(await world.idOf('meilin.zhao@fabrikam.example'))
    await expect(meilin?.authentication).toMatchObject({ kind: 'external', provider: 'contoso' })
  },
}

export const BulkDelete: Story = {
  name: 'deletes several only after the milder way was offered and their number typed',
  async play({ canvas }) {
    await canvas.findByText('Jonas Lindqvist')
    for (const name of ['Jonas Lindqvist', 'Priya Raman']) await userEvent.click(tick(canvas, name))
    await userEvent.click(act(canvas, 'Delete…'))
    const open = within(await screen.findByRole('dialog', { name: 'Delete 2 users?' }))
    const button = await open.findByRole('button', { name: 'Delete 2 users' })
    await expect(await open.findByRole('button', { name: 'Deactivate instead' })).toBeVisible()
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await userEvent.type(open.getByRole('textbox'), '2')
    await userEvent.click(button)
    await expect(await screen.findByRole('dialog', { name: 'Deleted 2 users' })).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(canvas.queryByText('Jonas Lindqvist')).not.toBeInTheDocument())
    await expect(await canvas.findByText('1–13 of 13')).toBeVisible()
  },
}

export const BulkFailed: Story = {
  name: 'says that it is not known what is possible, and asks again',
  parameters: { rollcall: { fail: { 'users.changeManyUsers': 'unavailable' } } },
  async play({ canvas }) {
    await canvas.findByText('Jonas Lindqvist')
    for (const name of ['Jonas Lindqvist', 'Mei-Lin Zhao']) await userEvent.click(tick(canvas, name))
    await userEvent.click(act(canvas, 'Deactivate'))
    await expect(await screen.findByText('It is not known what is possible')).toBeVisible()
    await expect(screen.getByRole('button', { name: 'Deactivate 2 users' })).toHaveAttribute('aria-disabled', 'true')
  },
}

export const GiveRole: Story = {
  name: 'gives several a role once one is chosen',
  async play({ canvas }) {
    await canvas.findByText('Jonas Lindqvist')
    for (const name of ['Jonas Lindqvist', 'Mei-Lin Zhao']) await userEvent.click(tick(canvas, name))
    await userEvent.click(act(canvas, 'Give a role'))
    const open = within(await screen.findByRole('dialog', { name: 'Give 2 users a role' }))
    await userEvent.selectOptions(open.getByRole('combobox', { name: 'Role' }), 'User management')
    const give = await open.findByRole('button', { name: 'Give 2 users the role' })
    await waitFor(() => expect(give).not.toHaveAttribute('aria-disabled', 'true'))
    await userEvent.click(give)
    await expect(await screen.findByRole('dialog', { name: 'Gave 2 users the role' })).toBeVisible()
  },
}
