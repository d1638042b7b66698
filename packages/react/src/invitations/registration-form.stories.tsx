import { directory } from '@rollcall/core/presets'
import type { World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor } from 'storybook/test'
import { RegistrationForm } from './registration-form.tsx'

const INVITED = 'new.analyst@northwind.example'
const INVITER = 'tomasz.wojcik@northwind.example'
/** Set up in the compliance hub, without a welcome so far. */
const SET_UP = 'new.auditor@northwind.example'
const LONG = 'maximiliane@north-european-logistics-and-forwarding.department-of-mobile.northwind.example'
const PASSWORD = 'seven grey herons in the fog'

const tokenOf = ({ mails }: World, email: string) => new URL(mails.linkTo(email)).hash.replace('#token=', '')

const meta = {
  title: 'Invitations/RegistrationForm',
  component: RegistrationForm,
  args: { brand: 'Northwind Apps', signIn: '#sign-in', onRegistered: fn() },
  parameters: {
    layout: 'padded',
    rollcall: { visitor: true, props: async (world: World) => ({ token: tokenOf(world, INVITED) }) },
  },
} satisfies Meta<typeof RegistrationForm>
export default meta

type Story = StoryObj<typeof meta>
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas']

async function fill(canvas: Canvas, password: string) {
  await userEvent.type(await canvas.findByLabelText('First name *'), 'Lena')
  await userEvent.type(canvas.getByLabelText('Last name *'), 'Vogt')
  await userEvent.type(canvas.getByLabelText('Password *'), password)
  await userEvent.click(canvas.getByRole('button', { name: 'Create account' }))
}

export const Playground: Story = {}

export const Registers: Story = {
  name: '[A14] registering makes the profile, signs in at once and tells who invited',
  async play({ args, canvas, loaded }) {
    const { world, client } = loaded.rollcall
    await expect(await canvas.findByText('Tomasz Wójcik')).toBeVisible()
    await expect(canvas.getByLabelText('Email address')).toHaveValue(INVITED)
    await expect(canvas.getByLabelText('Email address')).toHaveAttribute('readonly')
    await expect(canvas.getByLabelText('Time zone')).toHaveValue(new Intl.DateTimeFormat().resolvedOptions().timeZone)
    await userEvent.selectOptions(canvas.getByLabelText('Language'), 'Deutsch')
    await fill(canvas, PASSWORD)
    await expect(await canvas.findByRole('heading', { name: 'Your account is ready' })).toBeVisible()
    await expect(args.onRegistered).toHaveBeenCalledWith({ userId: await world.idOf(INVITED), signedIn: true })
    await expect(await client.users.getMe()).toMatchObject({ name: 'Lena Vogt', language: 'de', email: INVITED })
    await world.deliver()
    await expect(world.mails.lastTo(INVITER)).toMatchObject({ template: 'invitations-accepted' })
  },
}

export const UserName: Story = {
  name: '[B38] whoever was set up with a user name learns what they sign in as',
  parameters: {
    rollcall: {
      scenario: 'productHub',
      world: { policy: directory },
      async prepare(world: World) {
        const admin = await world.as('amara.okafor@northwind.example')
        await world.rollcall.users.sendWelcome(admin, { userId: await world.idOf(SET_UP) })
        await world.deliver()
      },
      props: async (world: World) => ({ token: tokenOf(world, SET_UP) }),
    },
  },
  async play({ args, canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    const username = await canvas.findByLabelText('You sign in as')
    await expect(username).toHaveValue('new.auditor')
    await expect(username).toHaveAttribute('readonly')
    await expect(username).toHaveAttribute('autocomplete', 'username')
    await expect(canvas.getByLabelText('Email address')).toHaveAttribute('autocomplete', 'email')
    await userEvent.type(canvas.getByLabelText('Password *'), 'Seven grey herons 7!')
    await userEvent.click(canvas.getByRole('button', { name: 'Create account' }))
    await waitFor(() => expect(args.onRegistered).toHaveBeenCalledOnce())
    const visitor = world.rollcall.anonymous({ address: '203.0.113.7', agent: 'Firefox' })
    const asked = { identifier: 'new.auditor', password: 'Seven grey herons 7!' }
    await expect(await world.rollcall.signIn.signIn(visitor, asked)).toMatchObject({
      session: { token: expect.anything() },
    })
  },
}

export const FieldErrors: Story = {
  async play({ args, canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Create account' }))
    await expect(canvas.getAllByText('This is needed.')).toHaveLength(3)
    await expect(canvas.getByLabelText('First name *')).toHaveFocus()
    await userEvent.type(canvas.getByLabelText('Phone'), 'call me')
    await fill(canvas, 'heron')
    await expect(await canvas.findByText('This is not valid.')).toBeVisible()
    await waitFor(() => expect(canvas.getByLabelText('Phone')).toHaveFocus())
    await userEvent.clear(canvas.getByLabelText('Phone'))
    await userEvent.click(canvas.getByRole('button', { name: 'Create account' }))
    await expect(await canvas.findByText('This is too short.')).toBeVisible()
    await expect(args.onRegistered).not.toHaveBeenCalled()
  },
}

export const DeadLink: Story = {
  parameters: {
    rollcall: { visitor: true, props: async (world: World) => ({ token: tokenOf(world, 'r.patel@contoso.example') }) },
  },
  async play({ canvas }) {
    await expect(await canvas.findByRole('heading', { name: 'This link no longer works' })).toBeVisible()
    await expect(canvas.getByRole('link', { name: 'Go to sign-in' })).toBeVisible()
  },
}

export const RevokedMeanwhile: Story = {
  async play({ args, canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    await canvas.findByLabelText('First name *')
    await world.rollcall.invitations.revokeInvitation(await world.as(INVITER), { userId: await world.idOf(INVITED) })
    await fill(canvas, PASSWORD)
    await expect(await canvas.findByRole('heading', { name: 'This link no longer works' })).toBeVisible()
    await expect(args.onRegistered).not.toHaveBeenCalled()
  },
}

export const WithCode: Story = {
  parameters: {
    rollcall: {
      visitor: true,
      prepare: (world: World) => world.invite(INVITER, 'lena.vogt@northwind.example'),
      props: async () => ({}),
    },
  },
  async play({ args, canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    const mail = world.mails.lastTo('lena.vogt@northwind.example')
    const field = await canvas.findByLabelText('Code from the mail *')
    await userEvent.type(field, 'AAAA-BBBB-CCCC')
    await userEvent.click(canvas.getByRole('button', { name: 'Continue' }))
    await expect(await canvas.findByText(/mistyped, was used, or has expired/)).toBeVisible()
    const again = canvas.getByLabelText('Code from the mail *')
    await userEvent.clear(again)
    await userEvent.type(again, mail?.template === 'invitation' ? mail.credential.code : '')
    await userEvent.click(canvas.getByRole('button', { name: 'Continue' }))
    await fill(canvas, PASSWORD)
    await waitFor(() => expect(args.onRegistered).toHaveBeenCalledOnce())
  },
}

export const LongAddress: Story = {
  parameters: {
    rollcall: {
      visitor: true,
      prepare: (world: World) => world.invite(INVITER, LONG),
      props: async (world: World) => ({ token: tokenOf(world, LONG) }),
    },
  },
}

export const Unreachable: Story = {
  parameters: {
    rollcall: {
      visitor: true,
      fail: { 'invitations.previewInvitation': 'network' },
      props: async (world: World) => ({ token: tokenOf(world, INVITED) }),
    },
  },
  async play({ canvas }) {
    await expect(await canvas.findByRole('button', { name: 'Try again' })).toBeVisible()
  },
}

export const Loading: Story = {
  args: { token: 'on-its-way' },
  parameters: { rollcall: { visitor: true, latency: 'infinite' } },
}
