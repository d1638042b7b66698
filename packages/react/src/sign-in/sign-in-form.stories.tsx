import { directory, inviteFirst } from '@rollcall/core/presets'
import { PASSWORD, type World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor } from 'storybook/test'
import { Button } from '../ui/button.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { useSignOut } from './use-sign-out.ts'

const HUDA = 'huda.elsayed@contoso.example'

const meta = {
  title: 'Sign-in/SignInForm',
  component: SignInForm,
  args: {
    brand: 'Northwind Apps',
    forgotPassword: '#forgot-password',
    onSignedIn: fn(),
    onPasswordChangeRequired: fn(),
  },
  parameters: { layout: 'padded', rollcall: { visitor: true } },
} satisfies Meta<typeof SignInForm>
export default meta

type Story = StoryObj<typeof meta>
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas']

async function signIn(canvas: Canvas, identifier: string, password: string) {
  const address = await canvas.findByLabelText('Email address')
  await userEvent.clear(address)
  await userEvent.type(address, identifier)
  await userEvent.clear(canvas.getByLabelText('Password'))
  await userEvent.type(canvas.getByLabelText('Password'), password)
  await userEvent.click(canvas.getByRole('button', { name: 'Sign in' }))
}

export const Playground: Story = {}

export const SignsIn: Story = {
  async play({ args, canvas, loaded }) {
    const { world, client } = loaded.rollcall
    await signIn(canvas, HUDA.toUpperCase(), PASSWORD)
    await waitFor(async () => expect(args.onSignedIn).toHaveBeenCalledWith({ userId: await world.idOf(HUDA) }))
    await expect(args.onPasswordChangeRequired).not.toHaveBeenCalled()
    await expect(await client.users.getMe()).toMatchObject({ email: HUDA })
  },
}

export const Locks: Story = {
  name: '[C34] five wrong passwords lock the account, and nothing on the screen tells',
  async play({ args, canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    const told: string[] = []
    for (const guess of ['one', 'two', 'three', 'four', 'five', PASSWORD]) {
      await signIn(canvas, HUDA, guess)
      await waitFor(() => expect(canvas.getByRole('button', { name: 'Sign in' })).not.toHaveAttribute('aria-disabled'))
      told.push((await canvas.findByRole('alert')).textContent ?? '')
    }
    await expect(new Set(told).size).toBe(1)
    await expect(told[0]).toContain('The email or password is wrong, or the account is locked.')
    await expect(args.onSignedIn).not.toHaveBeenCalled()
    const admin = await world.as('amara.okafor@northwind.example')
    const user = await world.rollcall.users.getUser(admin, { userId: await world.idOf(HUDA) })
    await expect(user.status).toBe('locked')
  },
}

export const UserName: Story = {
  name: 'where people have user names, asks for them, and says so when one is wrong',
  parameters: { rollcall: { visitor: true, scenario: 'productHub', world: { policy: directory } } },
  async play({ args, canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    const username = await canvas.findByLabelText('Username')
    await expect(username).toHaveAttribute('type', 'text')
    await userEvent.type(username, 'OSCAR')
    await userEvent.type(canvas.getByLabelText('Password'), 'not his{Enter}')
    await expect(await canvas.findByRole('alert')).toHaveTextContent('The username or password is wrong')
    await userEvent.clear(canvas.getByLabelText('Password'))
    await userEvent.type(canvas.getByLabelText('Password'), `${PASSWORD}{Enter}`)
    const userId = await world.idOf('oscar.delafuente@fabrikam.example')
    await waitFor(() => expect(args.onSignedIn).toHaveBeenCalledWith({ userId }))
  },
}

export const NothingTyped: Story = {
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Sign in' }))
    await expect(canvas.getByLabelText('Email address')).toHaveFocus()
    await expect(canvas.getAllByText('This is needed.')).toHaveLength(2)
  },
}

export const PasswordShown: Story = {
  async play({ canvas }) {
    const password = await canvas.findByLabelText('Password')
    await userEvent.type(password, 'walnut')
    await userEvent.click(canvas.getByRole('button', { name: 'Show password' }))
    await expect(password).toHaveAttribute('type', 'text')
    await expect(password).toHaveAttribute('autocomplete', 'current-password')
    await expect(canvas.getByLabelText('Email address')).toHaveAttribute('autocomplete', 'username')
  },
}

export const TooManyTries: Story = {
  parameters: { rollcall: { visitor: true, fail: { 'signIn.signIn': 'too-many-requests' } } },
  async play({ canvas }) {
    await signIn(canvas, HUDA, PASSWORD)
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/Too many attempts/)
  },
}

export const Unreachable: Story = {
  parameters: { rollcall: { visitor: true, fail: { 'signIn.signIn': 'network' } } },
  async play({ canvas }) {
    await signIn(canvas, HUDA, PASSWORD)
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/Try again in a moment/)
  },
}

export const Loading: Story = { parameters: { rollcall: { visitor: true, latency: 'infinite' } } }

export const PolicyUnreachable: Story = {
  parameters: { rollcall: { visitor: true, fail: { 'system.getPolicy': 'network' } } },
  async play({ canvas }) {
    await expect(await canvas.findByLabelText('Email address or username')).toBeVisible()
  },
}

const contoso = { id: 'contoso', name: 'Contoso ID', startUrl: '#contoso', domains: ['contoso.example'], offered: true }
const google = { id: 'google', name: 'Google', startUrl: '/start?tenant=7#google', domains: [], offered: true }
const hidden = { id: 'fabrikam', name: 'Fabrikam', startUrl: '#fabrikam', domains: ['fabrikam.example'] }
const providers = { ...inviteFirst, signIn: { steps: 'together' as const, providers: [contoso, google, hidden] } }

export const Providers: Story = {
  name: '[B85] offers the providers that the policy offers to everybody beside the password, and names no other',
  args: { returnTo: '/apps?sort=name' },
  parameters: { rollcall: { visitor: true, world: { policy: providers } } },
  async play({ canvas }) {
    const google = await canvas.findByRole('link', { name: 'Continue with Google' })
    await expect(google).toHaveAttribute('href', '/start?tenant=7&returnTo=%2Fapps%3Fsort%3Dname#google')
    await expect(canvas.getByRole('link', { name: 'Continue with Contoso ID' })).toBeVisible()
    await expect(canvas.queryByText(/Fabrikam/)).not.toBeInTheDocument()
    await expect(canvas.getByLabelText('Password')).toBeVisible()
  },
}

export const NotAdmitted: Story = {
  name: 'tells why somebody came back from a provider as they went',
  args: { problem: 'not-admitted' },
  parameters: { rollcall: { visitor: true, world: { policy: providers } } },
  async play({ canvas }) {
    await expect(await canvas.findByRole('alert')).toHaveTextContent(
      'You have no account here that can be used this way.',
    )
    const again = await canvas.findByRole('link', { name: 'Continue with Contoso ID' })
    await expect(again).toHaveAttribute('href', '?fresh=#contoso')
  },
}

export const RouterLink: Story = {
  args: { forgotPassword: <a href="#lost">Lost it?</a> },
  async play({ canvas }) {
    await expect(await canvas.findByRole('link', { name: 'Lost it?' })).toHaveClass('rc-link')
  },
}

function SignOutButton() {
  const { mutate: signOut, isSuccess } = useSignOut()
  return (
    <>
      <Button onClick={() => signOut()}>Sign out</Button>
      {isSuccess && <SignInForm />}
    </>
  )
}

export const SignedOut: Story = {
  parameters: { rollcall: { visitor: false, as: HUDA } },
  render: () => <SignOutButton />,
  async play({ canvas, loaded }) {
    const { client } = loaded.rollcall
    await expect(await client.users.getMe()).toMatchObject({ email: HUDA })
    await userEvent.click(canvas.getByRole('button', { name: 'Sign out' }))
    await expect(await canvas.findByLabelText('Email address')).toBeVisible()
    await expect(client.users.getMe()).rejects.toMatchObject({ code: 'not-signed-in' })
  },
}
