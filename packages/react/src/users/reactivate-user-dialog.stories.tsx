import { ladder } from '@rollcall/core/presets'
import { PASSWORD, type World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test'
import { ReactivateUserDialog } from './reactivate-user-dialog.tsx'

const OSCAR = 'oscar.delafuente@fabrikam.example'
const JONAS = 'jonas.lindqvist@northwind.example'
const RANA = 'rana.alkhatib@fabrikam.example'
const TOMASZ = 'tomasz.wojcik@northwind.example'
const DAY = 24 * 3_600_000

/** Somebody dormant, as the one who looks sees them. */
const seenBy = (viewer: string, email = OSCAR) => ({
  scenario: 'surveyPlatform' as const,
  world: { policy: ladder },
  as: viewer,
  props: async ({ rollcall, as, idOf }: World) => ({
    user: await rollcall.users.getUser(await as(viewer), { userId: await idOf(email) }),
  }),
})

const meta = {
  title: 'Users/ReactivateUserDialog',
  component: ReactivateUserDialog,
  args: { user: { id: '', name: '', actions: {} }, defaultOpen: true, onOpenChange: fn(), onReactivated: fn() },
  parameters: { rollcall: seenBy(TOMASZ) },
} satisfies Meta<typeof ReactivateUserDialog>
export default meta

type Story = StoryObj<typeof meta>

const dialog = async (name = /^Reactivate/) => within(await screen.findByRole('dialog', { name }))

export const Playground: Story = {}

export const Custom: Story = {
  name: '[C27] lets somebody in again, with a message of one’s own where one stands above them',
  async play({ args, loaded }) {
    const { world } = loaded.rollcall
    const open = await dialog(/^Reactivate Óscar/)
    await userEvent.type(open.getByRole('textbox', { name: /Message/ }), 'Welcome back to the tracker.')
    await userEvent.click(open.getByRole('button', { name: 'Reactivate' }))
    await waitFor(() => expect(args.onReactivated).toHaveBeenCalledOnce())
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    await world.deliver()
    await expect(world.mails.lastTo(OSCAR)).toMatchObject({
      template: 'reactivated',
      data: { message: 'Welcome back to the tracker.' },
    })
    const visitor = world.rollcall.anonymous({ address: null, agent: null })
    const { answer } = await world.rollcall.signIn.signIn(visitor, { identifier: OSCAR, password: PASSWORD })
    await expect(answer.session).toBe('full')
  },
}

export const Standard: Story = {
  name: '[C27] an equal is let in again by the standard mail alone, and the reason stands beneath',
  args: { user: { id: '', name: '', actions: {} } },
  parameters: {
    rollcall: {
      ...seenBy(RANA, JONAS),
      // The years that make an equal dormant pass while the reader stays at work.
      async prepare({ storage, clock, idOf }: World) {
        const present = clock.now()
        await storage.lockout.clear(await idOf(JONAS))
        clock.set(present + 260 * DAY)
        await storage.users.noteActive(await idOf(RANA), clock.now())
      },
    },
  },
  async play({ args }) {
    const open = await dialog(/^Reactivate Jonas/)
    await expect(open.queryByRole('textbox')).not.toBeInTheDocument()
    await expect(open.getByText(/standard mail/)).toBeVisible()
    await expect(open.getByText('No message of your own. This person’s role is not below yours.')).toBeVisible()
    await userEvent.click(open.getByRole('button', { name: 'Reactivate' }))
    await waitFor(() => expect(args.onReactivated).toHaveBeenCalledOnce())
  },
}

export const Meanwhile: Story = {
  async play({ args, loaded }) {
    const { world } = loaded.rollcall
    const open = await dialog()
    await world.rollcall.users.reactivateUser(await world.as(TOMASZ), { userId: await world.idOf(OSCAR) })
    await userEvent.click(open.getByRole('button', { name: 'Reactivate' }))
    const told = await dialog(/not inactive any more/)
    await expect(told.getByText(/nothing left to do/)).toBeVisible()
    await userEvent.click(told.getAllByRole('button', { name: 'Close' })[0] as HTMLElement)
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    await expect(args.onReactivated).not.toHaveBeenCalled()
  },
}

export const Failed: Story = {
  parameters: { rollcall: { ...seenBy(TOMASZ), fail: { 'users.reactivateUser': 'unavailable' } } },
  async play() {
    const open = await dialog()
    await userEvent.click(open.getByRole('button', { name: 'Reactivate' }))
    await expect(await open.findByRole('alert')).toHaveTextContent(/7f3b9c/)
  },
}

export const Controlled: Story = {
  args: { open: true },
  async play({ args }) {
    await dialog()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(args.onOpenChange).toHaveBeenCalledWith(false))
    await expect(screen.getByRole('dialog')).toBeInTheDocument()
  },
}
