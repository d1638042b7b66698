import { ladder } from '@rollcall/core/presets'
import type { World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test'
import { UserDetails } from './user-details.tsx'

const TOMASZ = 'tomasz.wojcik@northwind.example'
const JONAS = 'jonas.lindqvist@northwind.example'
const RANA = 'rana.alkhatib@fabrikam.example'
const MISAKI = 'misaki.tanaka@fabrikam.example'
const ELIF = 'elif.yilmaz@northwind.example'
const OSCAR = 'oscar.delafuente@fabrikam.example'
const KWAME = 'kwame.mensah@contoso.example'
const NOOR = 'noor_haddad@gmail.com'
const EXPIRED = 'r.patel@contoso.example'

const of = (email: string, as = TOMASZ) => ({
  scenario: 'surveyPlatform' as const,
  world: { policy: ladder },
  as,
  props: async ({ idOf }: World) => ({ userId: await idOf(email) }),
})

/** By the `ladder` preset: ranks, groups, reach, and acting as somebody else. */
const meta = {
  title: 'Users/UserDetails/Ladder',
  component: UserDetails,
  args: { userId: '', onBack: fn(), onImpersonated: fn() },
  parameters: { layout: 'padded', rollcall: of(KWAME) },
} satisfies Meta<typeof UserDetails>
export default meta

type Story = StoryObj<typeof meta>

export const Playground: Story = {}

export const Impersonated: Story = {
  name: '[C19] acts as somebody below from the header, and the host is told',
  async play({ args, canvas, loaded }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'View as…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'View as Kwame Mensah' }))
    await userEvent.type(dialog.getByRole('textbox', { name: /^Reason/ }), 'Cannot see the July survey')
    await userEvent.click(dialog.getByRole('button', { name: 'Start viewing' }))
    await waitFor(() => expect(args.onImpersonated).toHaveBeenCalledOnce())
    await expect(await loaded.rollcall.client.users.getMe()).toMatchObject({ email: KWAME })
  },
}

export const NotBelow: Story = {
  name: '[C19] an equal is not acted as: the button stays, refused, with the reason',
  parameters: { rollcall: of(JONAS, RANA) },
  async play({ canvas }) {
    const view = await canvas.findByRole('button', { name: 'View as…' })
    await expect(view).toHaveAttribute('aria-disabled', 'true')
    await expect(view).toHaveAccessibleDescription('This person’s role is not below yours.')
    await userEvent.click(view)
    await expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  },
}

export const OutOfSight: Story = {
  name: '[C6] outside the organization of a Standard User nobody is there',
  parameters: { rollcall: of(NOOR, ELIF) },
  async play({ canvas }) {
    await expect(await canvas.findByText('There is no such user')).toBeVisible()
  },
}

export const StandardUser: Story = {
  name: '[C19] [C58] a Standard User finds the act refused for want of the right',
  parameters: { rollcall: of(JONAS, ELIF) },
  async play({ canvas }) {
    const view = await canvas.findByRole('button', { name: 'View as…' })
    await expect(view).toHaveAccessibleDescription('Your role does not include this.')
  },
}

export const Groups: Story = {
  name: '[C11] shows the groups somebody is in, how they came there, and what each gives',
  async play({ canvas }) {
    const groups = within(await canvas.findByRole('region', { name: 'Groups' }))
    const item = (name: string) => groups.getByText(name).closest('li')
    await expect(item('Fieldwork partners')).toHaveTextContent(/Panel Field Manager on Customer pulse 2026.*by hand$/)
    await expect(item('Client and agency')).toHaveTextContent(/Observer on Customer pulse 2026.*by email domain$/)
  },
}

export const NoGroups: Story = {
  parameters: { rollcall: of(EXPIRED) },
  async play({ canvas }) {
    await expect(await canvas.findByRole('region', { name: 'Groups' })).toBeVisible()
  },
}

export const Reach: Story = {
  name: '[C12] a Superuser’s page shows the asterisk: every survey',
  parameters: { rollcall: of(RANA) },
  async play({ canvas }) {
    await expect((await canvas.findByText('Every survey')).closest('li')).toHaveTextContent(/^\*Every surveyMaker/)
  },
}

export const Dormant: Story = {
  name: '[C27] reactivates somebody from the purple clock in the header',
  parameters: { rollcall: of(OSCAR) },
  async play({ canvas }) {
    await expect(await canvas.findByText(/Unused for 243 days or more/)).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: /^Inactive Reactivate Óscar/ }))
    const dialog = within(await screen.findByRole('dialog', { name: /^Reactivate Óscar/ }))
    await userEvent.click(dialog.getByRole('button', { name: 'Reactivate' }))
    await expect(await canvas.findByText('Confirmed')).toBeVisible()
    await waitFor(() => expect(canvas.queryByRole('button', { name: 'Reactivate' })).not.toBeInTheDocument())
  },
}

export const Locked: Story = {
  name: '[C26] [C38] unlocks somebody from the red lock in the header, with a message of one’s own',
  parameters: { rollcall: of(JONAS) },
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Locked out Unlock Jonas Lindqvist' }))
    const dialog = within(await screen.findByRole('dialog', { name: /^Unlock Jonas/ }))
    await expect(dialog.getByRole('textbox', { name: /^Message/ })).toBeVisible()
    await userEvent.click(dialog.getByRole('button', { name: 'Unlock' }))
    await expect(await canvas.findByText('Confirmed')).toBeVisible()
  },
}

export const InvitationExpired: Story = {
  name: '[C28] [C31] sends an expired invitation again from the gray key, with words of one’s own',
  parameters: { rollcall: of(EXPIRED, MISAKI) },
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: /^Invitation expired/ }))
    const dialog = within(await screen.findByRole('dialog'))
    await expect(dialog.getByRole('textbox', { name: /Message/ })).toBeVisible()
    await userEvent.click(dialog.getByRole('button', { name: 'Send again' }))
    await expect(await canvas.findByText('Not confirmed')).toBeVisible()
  },
}

export const StandardMessage: Story = {
  name: '[C32] who does not stand above sends the standard invitation again',
  parameters: {
    rollcall: {
      ...of('lena.vogt@northwind.example', MISAKI),
      prepare: (world: World) =>
        world.invite(TOMASZ, 'lena.vogt@northwind.example', [{ role: 'team-leader', scope: null }]),
    },
  },
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: /^Not confirmed/ }))
    const dialog = within(await screen.findByRole('dialog'))
    await expect(dialog.queryByRole('textbox')).not.toBeInTheDocument()
    await expect(dialog.getByRole('button', { name: 'Send again' })).toBeVisible()
  },
}
