import { inviteFirst } from '@rollcall/core/presets'
import { PASSWORD, type World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor } from 'storybook/test'
import { SignInForm } from './sign-in-form.tsx'

const MEILIN = 'meilin.zhao@fabrikam.example'
const google = { id: 'contoso', name: 'Google', startUrl: '#accounts.google.example' }

const policy = {
  ...inviteFirst,
  signIn: { steps: 'email-first' as const, providers: [{ ...google, domains: ['contoso.example'] }] },
}
const rollcall = { visitor: true, world: { policy } }

/** Where the policy says `email-first`, as the ladder's does. */
const meta = {
  title: 'Sign-in/SignInForm/Email first',
  component: SignInForm,
  args: { brand: 'Northwind Surveys', forgotPassword: '#forgot-password', onSignedIn: fn(), onProvider: fn() },
  parameters: { layout: 'padded', rollcall },
} satisfies Meta<typeof SignInForm>
export default meta

type Story = StoryObj<typeof meta>
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas']

async function identify(canvas: Canvas, address: string) {
  await userEvent.type(await canvas.findByLabelText('Email address'), `${address}{Enter}`)
}

export const Address: Story = {
  name: 'asks for the address alone',
  async play({ canvas }) {
    await expect(await canvas.findByLabelText('Email address')).toHaveAttribute('autocomplete', 'username')
    await expect(canvas.queryByLabelText('Password')).not.toBeInTheDocument()
    await userEvent.click(canvas.getByRole('button', { name: 'Continue' }))
    await expect(await canvas.findByText('This is needed.')).toBeVisible()
  },
}

export const Password: Story = {
  name: '[C16] [C47] an address without a provider is asked for its password',
  async play({ args, canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    await identify(canvas, ` ${MEILIN} `)
    await expect(await canvas.findByRole('heading', { name: 'Enter your password' })).toBeVisible()
    const password = canvas.getByLabelText('Password')
    await expect(password).toHaveFocus()
    await expect(password).toHaveAccessibleDescription(MEILIN)
    await expect(canvas.getByDisplayValue(MEILIN)).toHaveAttribute('autocomplete', 'username')
    await userEvent.type(password, `${PASSWORD}{Enter}`)
    await waitFor(async () => expect(args.onSignedIn).toHaveBeenCalledWith({ userId: await world.idOf(MEILIN) }))
  },
}

export const ThroughProvider: Story = {
  name: '[C16] [C18] [C47] an address of a provider’s domain is led there, and no password is asked for',
  async play({ args, canvas }) {
    await identify(canvas, 'nobody.at.all@Contoso.example')
    await expect(await canvas.findByRole('heading', { name: 'Sign in with Google' })).toBeVisible()
    await expect(canvas.queryByLabelText('Password')).not.toBeInTheDocument()
    await expect(canvas.queryByText('Forgot your password?')).not.toBeInTheDocument()
    const go = canvas.getByRole('link', { name: 'Continue with Google' })
    await expect(go).toHaveFocus()
    await expect(go).toHaveAttribute('href', '?identifier=nobody.at.all%40Contoso.example#accounts.google.example')
    await userEvent.click(go)
    await expect(args.onProvider).toHaveBeenCalledWith(google)
    await expect(window.location.hash).not.toBe(google.startUrl)
  },
}

export const NotYou: Story = {
  name: '[C47] “Not you?” goes back to the address, and keeps it to be mended',
  async play({ canvas }) {
    await identify(canvas, 'meilin.zhao@contoso.example')
    await userEvent.click(await canvas.findByRole('button', { name: 'Not you?' }))
    const address = await canvas.findByLabelText('Email address')
    await expect(address).toHaveValue('meilin.zhao@contoso.example')
    await expect(address).toHaveFocus()
    await userEvent.clear(address)
    await identify(canvas, MEILIN)
    await expect(await canvas.findByLabelText('Password')).toHaveFocus()
  },
}

export const Nobody: Story = {
  name: '[C47] an address nobody has is treated as one somebody has',
  async play({ args, canvas }) {
    const told: string[] = []
    for (const address of [MEILIN, 'nobody.at.all@fabrikam.example']) {
      await identify(canvas, address)
      await userEvent.type(await canvas.findByLabelText('Password'), 'not the password{Enter}')
      await expect(await canvas.findByRole('alert')).toBeVisible()
      told.push((canvas.getByLabelText('Password').closest('section')?.textContent ?? '').replace(address, ''))
      await userEvent.click(canvas.getByRole('button', { name: 'Not you?' }))
      await userEvent.clear(await canvas.findByLabelText('Email address'))
    }
    await expect(told[0]).toContain('The email or password is wrong, or the account is locked.')
    await expect(told[1]).toBe(told[0])
    await expect(args.onSignedIn).not.toHaveBeenCalled()
  },
}

export const KnownAddress: Story = {
  args: { defaultIdentifier: 'maximiliane-charlotte.featherstonehaugh-przybylski@subsidiary.northwind.example' },
  async play({ args, canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Continue' }))
    await expect(await canvas.findByText(/^maximiliane-charlotte/)).toHaveTextContent(String(args.defaultIdentifier))
  },
}

export const Unreachable: Story = {
  parameters: { rollcall: { ...rollcall, fail: { 'signIn.identify': 'network' } } },
  async play({ canvas }) {
    await identify(canvas, MEILIN)
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/Try again in a moment/)
    await expect(canvas.getByLabelText('Email address')).toHaveValue(MEILIN)
  },
}
