import { MailRefusedError } from '@rollcall/core'
import type { World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test'
import { UserDetails } from './user-details.tsx'

const AMARA = 'amara.okafor@northwind.example'
const JONAS = 'jonas.lindqvist@northwind.example'
const INVITED = 'new.analyst@northwind.example'

const of = (email: string) => ({ props: async ({ idOf }: World) => ({ userId: await idOf(email) }) })

/** An invitation whose mail the server of the address does not take. */
const undelivered = (fault: Error) => ({
  ...of('lena.vogt@fabrikam.example'),
  async prepare(world: World) {
    const { mails, rollcall, deliver } = world
    const send = mails.send.bind(mails)
    Object.assign(mails, { send: () => Promise.reject(fault) })
    const tomasz = await world.as('tomasz.wojcik@northwind.example')
    await rollcall.invitations.inviteUsers(tomasz, { emails: ['lena.vogt@fabrikam.example'] })
    await deliver()
    Object.assign(mails, { send })
  },
})

const meta = {
  title: 'Users/UserDetails',
  component: UserDetails,
  args: { userId: '', onBack: fn() },
  parameters: { layout: 'padded', rollcall: of(JONAS) },
} satisfies Meta<typeof UserDetails>
export default meta

type Story = StoryObj<typeof meta>

export const Playground: Story = {}

export const Locked: Story = {
  name: '[C36] a locked account says since when and why, and is unlocked from here',
  parameters: { rollcall: { ...of(JONAS), as: 'rana.alkhatib@fabrikam.example' } },
  async play({ canvas }) {
    await expect(await canvas.findByText(/Locked since/)).toHaveTextContent('Locked since today, 14:02')
    await expect(await canvas.findByText(/5 wrong passwords in a row/)).toHaveTextContent(
      /opens by itself today, 14:32/,
    )
    await userEvent.click(canvas.getByRole('button', { name: 'Unlock' }))
    const dialog = within(await screen.findByRole('dialog', { name: /Unlock Jonas/ }))
    await userEvent.click(dialog.getByRole('button', { name: 'Unlock' }))
    await expect(await canvas.findByText('Confirmed')).toBeVisible()
    await waitFor(() => expect(canvas.queryByText(/Locked since/)).not.toBeInTheDocument())
  },
}

export const RefusedUnlock: Story = {
  name: '[C40] who may not unlock finds the act refused, with the reason',
  parameters: { rollcall: { ...of(JONAS), as: 'oscar.delafuente@fabrikam.example' } },
  async play({ canvas }) {
    const unlock = await canvas.findByRole('button', { name: 'Unlock' })
    await expect(unlock).toHaveAttribute('aria-disabled', 'true')
    await expect(unlock).toHaveAccessibleDescription('Your role does not include this.')
    unlock.focus()
    await expect(unlock).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  },
}

export const Sections: Story = {
  name: '[A16] brings together everything about a user, each in a section of its own',
  async play({ canvas }) {
    for (const name of ['User information', 'Assigned roles', 'Failed sign-ins']) {
      await expect(await canvas.findByRole('region', { name })).toBeVisible()
    }
  },
}

export const Invited: Story = {
  name: '[A5] an invitee is told apart, with the invitation, its sender and its mail',
  parameters: { rollcall: of(INVITED) },
  async play({ canvas }) {
    await expect(await canvas.findByText(/The link is valid until/)).toHaveTextContent(
      /Sent 12 Jun 2026, 14:05 by Tomasz Wójcik.*valid until 19 Jun 2026, 14:05.*was delivered/,
    )
    await userEvent.click(canvas.getByRole('button', { name: 'Resend invitation' }))
    const dialog = within(await screen.findByRole('dialog'))
    await userEvent.click(dialog.getByRole('button', { name: 'Send again' }))
    await expect(await canvas.findByText(/Sent 2 times/)).toHaveTextContent(/valid until 21 Jun 2026/)
  },
}

export const Revoked: Story = {
  parameters: { rollcall: of(INVITED) },
  async play({ args, canvas, loaded }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Revoke invitation' }))
    const dialog = within(await screen.findByRole('dialog'))
    await userEvent.click(dialog.getByRole('button', { name: 'Revoke invitation' }))
    await expect(await canvas.findByText('There is no such user')).toBeVisible()
    await expect(loaded.rollcall.world.idOf(INVITED)).rejects.toThrow()
    await userEvent.click(canvas.getByRole('button', { name: 'Back to the users' }))
    await expect(args.onBack).toHaveBeenCalledOnce()
  },
}

export const InvitationExpired: Story = {
  parameters: { rollcall: { ...of(INVITED), prepare: async ({ clock }: World) => clock.advance(8 * 24 * 3_600_000) } },
  async play({ canvas }) {
    await expect(await canvas.findByText(/The invitation expired/)).toHaveTextContent(/19 Jun 2026, 14:05/)
    await expect(canvas.getByRole('button', { name: 'Resend invitation' })).toBeVisible()
  },
}

export const InvitationForgotten: Story = {
  parameters: {
    rollcall: {
      ...of(INVITED),
      prepare: async ({ storage, idOf }: World) => storage.tokens.revoke('invitation', await idOf(INVITED)),
    },
  },
  async play({ canvas }) {
    await expect(await canvas.findByText('The invitation has expired')).toBeVisible()
  },
}

export const MailRetrying: Story = {
  parameters: { rollcall: undelivered(new Error('connect ECONNREFUSED 198.51.100.25:25')) },
  async play({ canvas }) {
    await expect(await canvas.findByText('The mail could not be delivered yet')).toBeVisible()
    await expect(canvas.getByText(/ECONNREFUSED/)).toBeVisible()
    await expect(canvas.getByText(/it is tried again/)).toBeVisible()
  },
}

export const MailFailed: Story = {
  parameters: {
    rollcall: undelivered(new MailRefusedError('550 5.1.1 <lena.vogt@fabrikam.example>: no such recipient here')),
  },
  async play({ canvas }) {
    await expect(await canvas.findByText('The mail could not be delivered')).toBeVisible()
    await expect(canvas.getByText(/550 5\.1\.1/)).toBeVisible()
  },
}

export const Confirmed: Story = {
  parameters: { rollcall: of('tomasz.wojcik@northwind.example') },
  async play({ canvas }) {
    await expect(await canvas.findByText('No failed sign-ins')).toBeVisible()
    await expect(canvas.queryByRole('button', { name: 'Unlock' })).not.toBeInTheDocument()
  },
}

export const Deactivated: Story = { parameters: { rollcall: of('priya.raman@contoso.example') } }

export const SingleSignOn: Story = { parameters: { rollcall: of('thandiwe.dlamini@northwind.example') } }

export const LongName: Story = {
  parameters: {
    rollcall: of('maximiliane.wolfeschlegelsteinhausenbergerdorff@north-european-logistics.northwind.example'),
  },
}

export const RightToLeftName: Story = { parameters: { rollcall: of('huda.elsayed@contoso.example') } }

export const NotFound: Story = {
  parameters: { rollcall: { props: async () => ({ userId: 'nobody' }) } },
  async play({ canvas }) {
    await expect(await canvas.findByText('There is no such user')).toBeVisible()
  },
}

export const Refused: Story = {
  parameters: { rollcall: { ...of(AMARA), fail: { 'users.getUser': 'not-allowed' } } },
  async play({ canvas }) {
    await expect(await canvas.findByText('You may not see this user')).toBeVisible()
  },
}

export const Failed: Story = {
  parameters: { rollcall: { ...of(JONAS), fail: { 'users.getUser': 'unavailable' } } },
  async play({ canvas }) {
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/did not load.*7f3b9c/)
  },
}

export const Loading: Story = {
  parameters: { rollcall: { ...of(JONAS), latency: 'infinite' } },
  async play({ canvas }) {
    await expect(await canvas.findByRole('status')).toHaveTextContent('Loading')
  },
}

export const Deleted: Story = {
  name: '[A16][A42] a user is deleted from their page, which leads back to the list',
  async play({ args, canvas, loaded }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Delete…' }))
    const dialog = within(await screen.findByRole('dialog', { name: /^Delete Jonas/ }))
    await userEvent.type(await dialog.findByRole('textbox'), 'Jonas Lindqvist')
    await userEvent.click(dialog.getByRole('button', { name: 'Delete user' }))
    await waitFor(() => expect(args.onBack).toHaveBeenCalledOnce())
    await expect(loaded.rollcall.world.idOf(JONAS)).rejects.toThrow()
  },
}
