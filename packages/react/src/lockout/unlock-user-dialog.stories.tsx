import type { World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test'
import { UnlockUserDialog } from './unlock-user-dialog.tsx'

const AMARA = 'amara.okafor@northwind.example'
const RANA = 'rana.alkhatib@fabrikam.example'
const JONAS = 'jonas.lindqvist@northwind.example'

/** The user as the one who looks sees them. */
const seenBy = (viewer: string, email: string) => async (world: World) => ({
  user: await world.rollcall.users.getUser(await world.as(viewer), { userId: await world.idOf(email) }),
})

const meta = {
  title: 'Lockout/UnlockUserDialog',
  component: UnlockUserDialog,
  args: { user: { id: '', name: '', actions: {} }, defaultOpen: true, onOpenChange: fn(), onUnlocked: fn() },
  parameters: { rollcall: { as: AMARA, props: seenBy(AMARA, JONAS) } },
} satisfies Meta<typeof UnlockUserDialog>
export default meta

type Story = StoryObj<typeof meta>

const dialog = async (name: RegExp) => within(await screen.findByRole('dialog', { name }))

export const Playground: Story = {}

export const Custom: Story = {
  name: '[C38] unlocks with a message of one’s own where the server allows it',
  async play({ args, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    const open = await dialog(/^Unlock Jonas Lindqvist/)
    await userEvent.type(open.getByRole('textbox', { name: /Message/ }), 'Was that you, from 198.51.100.7?')
    await userEvent.click(open.getByRole('button', { name: 'Unlock' }))
    await waitFor(() => expect(args.onUnlocked).toHaveBeenCalledOnce())
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    await expect(await screen.findByText('They can sign in again.')).toBeInTheDocument()
    await world.deliver()
    await expect(world.mails.lastTo(JONAS)).toMatchObject({
      template: 'unlocked',
      data: { message: 'Was that you, from 198.51.100.7?' },
    })
    await expect(await world.signIn(JONAS)).toBeTruthy()
  },
}

export const Standard: Story = {
  name: '[C39] unlocks somebody above oneself, with the standard mail alone',
  parameters: {
    rollcall: {
      as: RANA,
      async prepare({ rollcall }: World) {
        const visitor = rollcall.anonymous({ address: '203.0.113.9', agent: null })
        for (let times = 0; times < 5; times += 1) {
          await rollcall.signIn.signIn(visitor, { identifier: AMARA, password: 'a guess' }).catch(() => undefined)
        }
      },
      props: seenBy(RANA, AMARA),
    },
  },
  async play({ args }) {
    const open = await dialog(/^Unlock Amara Okafor/)
    await expect(open.queryByRole('textbox')).not.toBeInTheDocument()
    await expect(open.getByText(/standard mail/)).toBeInTheDocument()
    await userEvent.click(open.getByRole('button', { name: 'Unlock' }))
    await waitFor(() => expect(args.onUnlocked).toHaveBeenCalledOnce())
  },
}

export const LinkInMessage: Story = {
  async play({ args }) {
    const open = await dialog(/^Unlock/)
    const message = open.getByRole('textbox', { name: /Message/ })
    await userEvent.type(message, 'See https://example.com')
    await userEvent.click(open.getByRole('button', { name: 'Unlock' }))
    await expect(await open.findByText('Links are not allowed here.')).toBeVisible()
    await expect(message).toHaveFocus()
    await expect(args.onUnlocked).not.toHaveBeenCalled()
  },
}

export const UnlockedMeanwhile: Story = {
  async play({ args, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    const open = await dialog(/^Unlock/)
    await world.rollcall.lockout.unlockUser(await world.as(RANA), { userId: args.user.id || (await world.idOf(JONAS)) })
    await userEvent.click(open.getByRole('button', { name: 'Unlock' }))
    const told = await dialog(/not locked any more/)
    await expect(told.getByText(/nothing left to do/)).toBeInTheDocument()
    await userEvent.click(told.getAllByRole('button', { name: 'Close' })[0] as HTMLElement)
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  },
}

export const Failed: Story = {
  parameters: { rollcall: { props: seenBy(AMARA, JONAS), fail: { 'lockout.unlockUser': 'unavailable' } } },
  async play() {
    const open = await dialog(/^Unlock/)
    await userEvent.click(open.getByRole('button', { name: 'Unlock' }))
    await expect(await open.findByRole('alert')).toHaveTextContent(/7f3b9c/)
  },
}

export const Controlled: Story = {
  args: { open: true },
  async play({ args }) {
    await screen.findByRole('dialog')
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(args.onOpenChange).toHaveBeenCalledWith(false))
    await expect(screen.getByRole('dialog')).toBeInTheDocument()
  },
}
