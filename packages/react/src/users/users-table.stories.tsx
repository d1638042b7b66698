import type { World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test'
import { UsersTable } from './users-table.tsx'

const OSCAR = 'oscar.delafuente@fabrikam.example'
const JONAS = 'jonas.lindqvist@northwind.example'
const PENDING = 'new.analyst@northwind.example'
const EXPIRED = 'r.patel@contoso.example'

/**
 * Everybody the caller may see. Searching, filtering, sorting and paging are the server's; badges and row menus act.
 * Place it anywhere in a page: under 640 px of its own width the rows become cards.
 */
const meta = {
  title: 'Users/UsersTable',
  component: UsersTable,
  args: { onOpenUser: fn(), onFilterChange: fn() },
  parameters: { layout: 'padded' },
} satisfies Meta<typeof UsersTable>
export default meta

type Story = StoryObj<typeof meta>

type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas']

const nameIn = (row: HTMLElement) => row.querySelector('.rc-person-name')?.textContent ?? []
const names = (canvas: Canvas) => canvas.getAllByRole('row').flatMap(nameIn)
const rowOf = async (canvas: Canvas, name: string) =>
  within(
    await waitFor(() => {
      const row = canvas.getAllByRole('row').find((each: HTMLElement) => nameIn(each) === name)
      if (!row) throw new Error(`${name} is not there`)
      return row
    }),
  )
const dialog = async (name: string | RegExp) => within(await screen.findByRole('dialog', { name }))

export const Playground: Story = {
  async play({ canvas }) {
    await expect(await canvas.findByText('1–15 of 15')).toBeVisible()
  },
}

export const Loading: Story = { parameters: { rollcall: { latency: 'infinite' } } }

export const Alone: Story = {
  parameters: { rollcall: { scenario: 'empty' } },
  async play({ canvas }) {
    await expect(await canvas.findByText('Nobody else here yet')).toBeVisible()
  },
}

export const NoMatch: Story = {
  args: { defaultFilter: { q: 'nobody at all', status: ['locked'] } },
  async play({ canvas }) {
    await expect(await canvas.findByText('Looked for “nobody at all” and Locked out.')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Clear search and filters' }))
    await expect(await canvas.findByText('1–15 of 15')).toBeVisible()
    await expect(canvas.getByRole('searchbox')).toHaveValue('')
  },
}

export const Failed: Story = {
  parameters: { rollcall: { fail: { 'users.listUsers': 'unavailable' } } },
  async play({ canvas }) {
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/The users did not load.*7f3b9c/)
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible()
  },
}

export const Refused: Story = {
  parameters: { rollcall: { fail: { 'users.listUsers': 'not-allowed' } } },
  async play({ canvas }) {
    await expect(await canvas.findByText('You may not see the users')).toBeVisible()
    await expect(canvas.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument()
  },
}

/** Óscar owns one app: he sees its people, may not unlock anybody, and invites from the app's own page. */
export const AppOwner: Story = {
  name: '[C40] refuses to unlock, with the reason, and offers no invitation to those who may not invite',
  parameters: { rollcall: { as: OSCAR } },
  async play({ canvas }) {
    const row = await rowOf(canvas, 'Jonas Lindqvist')
    await expect(row.getByRole('button', { name: /^Locked out/ })).toHaveAccessibleDescription(
      'Your role does not include this.',
    )
    await userEvent.click(row.getByRole('button', { name: 'Actions for Jonas Lindqvist' }))
    const item = await screen.findByRole('menuitem', { name: /^Unlock/ })
    await expect(item).toHaveTextContent('Your role does not include this.')
    await userEvent.keyboard('{Escape}')
    await expect(canvas.queryByRole('button', { name: 'Invite user' })).not.toBeInTheDocument()
  },
}

export const Invite: Story = {
  name: '[A7] [A8] [A12] invites from the Users page: button, window, mail, row',
  async play({ canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    await userEvent.click(await canvas.findByRole('button', { name: 'Invite user' }))
    const open = await dialog('Invite user')
    await expect(await open.findByText('They get a link that is valid for 7 days.')).toBeInTheDocument()
    await userEvent.type(open.getByRole('textbox', { name: /Email address/ }), 'lena.vogt@northwind.example')
    await userEvent.click(open.getByRole('button', { name: 'Invite 1 user' }))
    await expect(await screen.findByText('Invited lena.vogt@northwind.example')).toBeInTheDocument()
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    await expect(canvas.getByRole('button', { name: 'Invite user' })).toHaveFocus()
    const row = await rowOf(canvas, 'lena.vogt@northwind.example')
    await expect(row.getByText('Not confirmed')).toBeVisible()
    await world.deliver()
    await expect(world.mails.linkTo('lena.vogt@northwind.example')).toContain('#token=')
  },
}

export const Unlock: Story = {
  name: '[C37] unlocks from the red lock in the Status column',
  async play({ canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    const row = await rowOf(canvas, 'Jonas Lindqvist')
    await userEvent.click(row.getByRole('button', { name: 'Locked out Unlock Jonas Lindqvist' }))
    const open = await dialog(/^Unlock Jonas Lindqvist/)
    await userEvent.click(open.getByRole('button', { name: 'Unlock' }))
    await expect(await row.findByText('Confirmed')).toBeVisible()
    await expect(await world.signIn(JONAS)).toBeTruthy()
  },
}

export const BadgeByKeyboard: Story = {
  name: '[C37] opens the dialog of a status badge by keyboard and gives the focus back to the badge',
  async play({ canvas }) {
    const row = await rowOf(canvas, 'Jonas Lindqvist')
    const badge = row.getByRole('button', { name: 'Locked out Unlock Jonas Lindqvist' })
    badge.focus()
    await userEvent.keyboard('{Enter}')
    await dialog(/^Unlock Jonas Lindqvist/)
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    await expect(badge).toHaveFocus()
  },
}

export const MenuByKeyboard: Story = {
  name: 'opens a row’s menu by keyboard and gives the focus back to its button',
  async play({ args, canvas }) {
    const row = await rowOf(canvas, 'Jonas Lindqvist')
    const button = row.getByRole('button', { name: 'Actions for Jonas Lindqvist' })
    button.focus()
    await userEvent.keyboard('{Enter}')
    await expect(await screen.findByRole('menu', { name: 'Actions for Jonas Lindqvist' })).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('menu')).not.toBeInTheDocument())
    await waitFor(() => expect(button).toHaveFocus())
    await userEvent.keyboard('{ArrowDown}')
    await waitFor(() => expect(screen.getAllByRole('menuitem')[0]).toHaveFocus())
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(args.onOpenUser).toHaveBeenCalledWith(expect.objectContaining({ email: JONAS })))
  },
}

export const Resend: Story = {
  name: '[C31] sends an expired invitation again, with words of one’s own',
  async play({ canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    const before = world.mails.linkTo(EXPIRED)
    const row = await rowOf(canvas, EXPIRED)
    await userEvent.click(row.getByRole('button', { name: /^Invitation expired/ }))
    const open = await dialog('Send the invitation again?')
    await userEvent.type(open.getByRole('textbox', { name: /Message/ }), 'The first one went out on a holiday.')
    await userEvent.click(open.getByRole('button', { name: 'Send again' }))
    await expect(await screen.findByText(`Sent the invitation to ${EXPIRED} again`)).toBeInTheDocument()
    await expect(await row.findByText('Not confirmed')).toBeVisible()
    await world.deliver()
    await expect(world.mails.linkTo(EXPIRED)).not.toBe(before)
    await expect(world.mails.lastTo(EXPIRED)).toMatchObject({
      data: { message: 'The first one went out on a holiday.' },
    })
  },
}

export const Revoke: Story = {
  async play({ canvas }) {
    const row = await rowOf(canvas, PENDING)
    await userEvent.click(row.getByRole('button', { name: `Actions for ${PENDING}` }))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Revoke invitation…' }))
    const open = await dialog('Revoke the invitation?')
    await userEvent.click(open.getByRole('button', { name: 'Revoke invitation' }))
    await expect(await screen.findByText(`Revoked the invitation of ${PENDING}`)).toBeInTheDocument()
    await waitFor(() => expect(names(canvas)).not.toContain(PENDING))
  },
}

export const Sort: Story = {
  name: '[C8] sorts by a press on a column’s head, and turns around at the next',
  async play({ args, canvas }) {
    await canvas.findByText('Jonas Lindqvist')
    const head = canvas.getByRole('columnheader', { name: /Last sign-in/ })
    await userEvent.click(within(head).getByRole('button'))
    await expect(head).toHaveAttribute('aria-sort', 'descending')
    await waitFor(() => expect(names(canvas)[0]).toBe('Amara Okafor'))
    await userEvent.click(within(head).getByRole('button'))
    await expect(head).toHaveAttribute('aria-sort', 'ascending')
    await waitFor(() => expect(names(canvas)[0]).not.toBe('Amara Okafor'))
    await expect(args.onFilterChange).toHaveBeenLastCalledWith({ sort: 'lastSignInAt' })
  },
}

export const SortAnnounced: Story = {
  name: '[C8] sorts by keyboard and says so',
  async play({ canvas }) {
    await canvas.findByText('Jonas Lindqvist')
    const head = canvas.getByRole('columnheader', { name: 'Status' })
    within(head).getByRole('button').focus()
    await userEvent.keyboard('{Enter}')
    await expect(head).toHaveAttribute('aria-sort', 'ascending')
    await expect(canvas.getByText('Sorted by Status, ascending')).toHaveAttribute('role', 'status')
    await userEvent.keyboard('{Enter}')
    await expect(head).toHaveAttribute('aria-sort', 'descending')
    await expect(canvas.getByText('Sorted by Status, descending')).toBeInTheDocument()
    await waitFor(() => expect(canvas.getByRole('table')).not.toHaveAttribute('aria-busy'))
    await expect(canvas.getAllByRole('columnheader').filter((each) => each.hasAttribute('aria-sort'))).toEqual([head])
  },
}

export const Filter: Story = {
  async play({ args, canvas }) {
    const button = await canvas.findByRole('button', { name: 'Filter' })
    button.focus()
    await userEvent.keyboard('{Enter}')
    const panel = within(await canvas.findByRole('dialog', { name: 'Filter' }))
    await userEvent.click(panel.getByRole('checkbox', { name: 'Locked out' }))
    await userEvent.click(panel.getByRole('checkbox', { name: 'Not confirmed' }))
    await expect(await canvas.findByText('1–2 of 2')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: /^Status: any of 2/ }))
    await expect(await canvas.findByText('1–15 of 15')).toBeVisible()
    await expect(args.onFilterChange).toHaveBeenLastCalledWith({})
  },
}

/** Filters narrow together, and each is a chip that takes it away. */
export const Filters: Story = {
  args: { defaultFilter: { role: ['developer', 'publisher'], enabled: true } },
  async play({ args, canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Filter' }))
    const panel = within(await canvas.findByRole('dialog', { name: 'Filter' }))
    await userEvent.selectOptions(panel.getByRole('combobox', { name: 'Sign-in' }), 'Single sign-on')
    await expect(await canvas.findByText('1–1 of 1')).toBeVisible()
    await expect(names(canvas)).toEqual(['Thandiwe Dlamini'])
    await userEvent.click(panel.getByRole('button', { name: 'Clear filters' }))
    await expect(await canvas.findByText('1–15 of 15')).toBeVisible()
    await userEvent.type(panel.getByRole('textbox', { name: 'Organization' }), 'Northwind.example, {Enter}')
    await expect(args.onFilterChange).toHaveBeenLastCalledWith({ organization: ['northwind.example'] })
    await expect(await canvas.findByText('Nobody matches')).toBeVisible()
    await expect(canvas.getByRole('button', { name: /^Organization: northwind.example/ })).toBeVisible()
  },
}

export const FilterFocus: Story = {
  name: 'gives the focus back to the button a panel was opened from',
  async play({ canvas }) {
    const button = await canvas.findByRole('button', { name: 'Filter' })
    button.focus()
    await userEvent.keyboard('{Enter}')
    await canvas.findByRole('dialog', { name: 'Filter' })
    await expect(button).toHaveAttribute('aria-expanded', 'true')
    const close = canvas.getByRole('dialog', { name: 'Filter' })
    ;(close as HTMLElement).hidePopover()
    await waitFor(() => expect(canvas.queryByRole('dialog')).not.toBeInTheDocument())
    await expect(button).toHaveFocus()
    await expect(button).toHaveAttribute('aria-expanded', 'false')
  },
}

export const Search: Story = {
  async play({ canvas }) {
    const name = await canvas.findByRole('button', { name: 'Tomasz Wójcik' })
    name.focus()
    await userEvent.keyboard('/')
    await expect(canvas.getByRole('searchbox')).toHaveFocus()
    await userEvent.keyboard('wojcik')
    await expect(await canvas.findByText('1–1 of 1')).toBeVisible()
    await expect(canvas.getByText(/tomasz\.wojcik@/)).toBeVisible()
  },
}

export const Open: Story = {
  name: '[C11] opens somebody by a double click on the row, Enter on the name, or the menu',
  async play({ args, canvas }) {
    const row = await rowOf(canvas, 'Jonas Lindqvist')
    await userEvent.dblClick(row.getByText('Developer on Field Notes'))
    await expect(args.onOpenUser).toHaveBeenLastCalledWith(expect.objectContaining({ email: JONAS }))
    row.getByRole('button', { name: 'Jonas Lindqvist' }).focus()
    await userEvent.keyboard('{Enter}')
    await expect(args.onOpenUser).toHaveBeenCalledTimes(2)
    await userEvent.dblClick(row.getByRole('button', { name: /^Actions/ }))
    await expect(args.onOpenUser).toHaveBeenCalledTimes(2)
  },
}

export const Pages: Story = {
  parameters: { rollcall: { scenario: 'many' } },
  async play({ canvas }) {
    await canvas.findByText(/^1–50 of 1,2/)
    const first = names(canvas)
    await userEvent.click(canvas.getByRole('button', { name: 'Next' }))
    await canvas.findByText(/^51–100 of 1,2/)
    await waitFor(() => expect(names(canvas)).not.toEqual(first))
    await userEvent.click(canvas.getByRole('button', { name: 'Previous' }))
    await canvas.findByText(/^1–50 of 1,2/)
    await waitFor(() => expect(names(canvas)).toEqual(first))
    await expect(canvas.getByRole('button', { name: 'Previous' })).toHaveAttribute('aria-disabled', 'true')
  },
}

export const Statuses: Story = {
  name: '[C23] [C24] tells in the Status column who finished registration',
  async play({ canvas }) {
    for (const [who, words] of [
      ['Mei-Lin Zhao', 'Confirmed'],
      [PENDING, 'Not confirmed'],
      [EXPIRED, 'Invitation expired'],
      ['Jonas Lindqvist', 'Locked out'],
      ['Priya Raman', 'Deactivated'],
    ] as const) {
      const row = await rowOf(canvas, who)
      await expect(row.getByText(words)).toBeVisible()
    }
  },
}

export const Narrow: Story = {
  name: 'Narrow: cards with the same acts',
  decorators: [(Story) => <div style={{ inlineSize: 360 }}>{Story()}</div>],
  async play({ canvas }) {
    const row = await rowOf(canvas, 'Jonas Lindqvist')
    await expect(row.getByRole('button', { name: /^Locked out/ })).toBeVisible()
    await waitFor(() => expect(canvas.getAllByRole('cell').length).toBeGreaterThan(15))
    await userEvent.selectOptions(await canvas.findByRole('combobox', { name: 'Sort' }), 'Last sign-in')
    await waitFor(() => expect(names(canvas)[0]).toBe('Amara Okafor'))
    // Faint while the next order is awaited.
    await waitFor(() => expect(canvas.getByRole('table')).not.toHaveAttribute('data-state', 'stale'))
  },
}

/** Names and addresses of any length break where they may, and nothing is cut off that cannot be read elsewhere. */
export const LongContent: Story = {
  args: { defaultFilter: { q: 'maximiliane' } },
  decorators: [(Story) => <div style={{ inlineSize: 720 }}>{Story()}</div>],
}

export const RightToLeft: Story = { globals: { direction: 'rtl' } }

/** The toolbar's place for what people should read before they add others. */
export const Help: Story = {
  name: '[C3] has a place for what to read before adding anybody',
  args: { help: <a href="#security-basics">Read the security basics before you add anybody</a> },
  async play({ canvas }) {
    await expect(await canvas.findByRole('link', { name: /security basics/ })).toBeVisible()
  },
}

export const German: Story = { globals: { locale: 'de' } }

export const PseudoLanguage: Story = { globals: { locale: 'en-XA' } }

export const Links: Story = {
  args: { userHref: ({ id }) => `#/users/${id}` },
  async play({ canvas, args }) {
    const link = await canvas.findByRole('link', { name: 'Jonas Lindqvist' })
    await userEvent.click(link)
    await expect(args.onOpenUser).toHaveBeenCalledOnce()
    await expect(location.hash).not.toContain('/users/')
  },
}

export const Controlled: Story = {
  args: { filter: { q: 'lindqvist' } },
  async play({ args, canvas }) {
    await rowOf(canvas, 'Jonas Lindqvist')
    await userEvent.click(canvas.getByRole('button', { name: 'Status' }))
    await expect(args.onFilterChange).toHaveBeenLastCalledWith(
      expect.objectContaining({ q: 'lindqvist', sort: 'status' }),
    )
    await expect(names(canvas)).toEqual(['Jonas Lindqvist'])
  },
}
