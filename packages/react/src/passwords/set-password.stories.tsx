import { ladder } from '@rollcall/core/presets'
import { PASSWORD, type World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { ResetPassword } from './reset-password.tsx'

const TOMASZ = 'tomasz.wojcik@northwind.example'
const JONAS = 'jonas.lindqvist@northwind.example'
const RANA = 'rana.alkhatib@fabrikam.example'
const HUDA = 'huda.elsayed@contoso.example'
const MEILIN = 'meilin.zhao@fabrikam.example'
const NEW = 'seven grey herons, 1 fog'

const of = (email: string, as = TOMASZ) => ({
  scenario: 'surveyPlatform' as const,
  world: { policy: ladder },
  as,
  props: async ({ idOf }: World) => ({ userId: await idOf(email) }),
})

/** By the `ladder` preset, where administrators choose passwords and issue no temporary ones. */
const meta = {
  title: 'Passwords/ResetPassword/Ladder',
  component: ResetPassword,
  args: { userId: '' },
  parameters: { layout: 'padded', rollcall: of(HUDA) },
} satisfies Meta<typeof ResetPassword>
export default meta

type Story = StoryObj<typeof meta>

async function ask() {
  await userEvent.click(await screen.findByRole('button', { name: 'Choose…' }))
  return within(await screen.findByRole('dialog', { name: /^Choose a password for/ }))
}

export const Playground: Story = {}

export const Chosen: Story = {
  name: '[C14] chooses the password of somebody below, who must change it at the next sign-in',
  async play({ canvas, loaded }) {
    const { world } = loaded.rollcall
    const open = await ask()
    await expect(canvas.queryByText('Issue a temporary password')).not.toBeInTheDocument()
    await expect(open.getByText(/every session ends.*choice of their own.*They get a mail/)).toBeVisible()
    await userEvent.type(open.getByLabelText('New password *'), 'herons')
    await userEvent.click(open.getByRole('button', { name: 'Set password' }))
    await expect(await open.findByText('This is too short.')).toBeVisible()
    await userEvent.clear(open.getByLabelText('New password *'))
    await userEvent.type(open.getByLabelText('New password *'), NEW)
    await userEvent.click(open.getByRole('button', { name: 'Set password' }))
    await expect(await screen.findByText('Pass it on. They change it at the next sign-in.')).toBeInTheDocument()
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    const visitor = world.rollcall.anonymous({ address: null, agent: null })
    const { answer } = await world.rollcall.signIn.signIn(visitor, { identifier: HUDA, password: NEW })
    await expect(answer.session).toBe('password-change-required')
    const old = world.rollcall.signIn.signIn(visitor, { identifier: HUDA, password: PASSWORD })
    await expect(old).rejects.toMatchObject({ code: 'wrong-credentials' })
  },
}

export const Rules: Story = {
  name: 'the policy’s rules hold for it, and are said beside the field',
  parameters: { rollcall: of(JONAS) },
  async play() {
    const open = await ask()
    await expect(open.getByText('It also unlocks the account.')).toBeVisible()
    await userEvent.type(open.getByLabelText('New password *'), 'seven grey herons in fog')
    await userEvent.click(open.getByRole('button', { name: 'Set password' }))
    await expect(await open.findByText('Add a number.')).toBeVisible()
    await expect(open.getByLabelText('New password *')).toHaveFocus()
  },
}

export const Equal: Story = {
  name: '[C14] the password of an equal is not chosen, and the page says why',
  parameters: { rollcall: of(JONAS, RANA) },
  async play() {
    const choose = await screen.findByRole('button', { name: 'Choose…' })
    await expect(choose).toHaveAttribute('aria-disabled', 'true')
    await expect(choose).toHaveAccessibleDescription('This person’s role is not below yours.')
    await userEvent.click(choose)
    await expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    await expect(screen.getByRole('button', { name: 'Send link' })).not.toHaveAttribute('aria-disabled')
  },
}

export const SingleSignOn: Story = {
  name: '[C18] who signs in through a provider has no password to choose here',
  parameters: { rollcall: of(MEILIN) },
  async play({ canvas }) {
    await expect(await canvas.findByText(/signs in through/)).toHaveTextContent(/Mei-Lin Zhao signs in through Google/)
    await expect(canvas.queryByRole('button')).not.toBeInTheDocument()
  },
}

export const Failed: Story = {
  parameters: { rollcall: { ...of(HUDA), fail: { 'passwords.setPassword': 'unavailable' } } },
  async play() {
    const open = await ask()
    await userEvent.type(open.getByLabelText('New password *'), NEW)
    await userEvent.click(open.getByRole('button', { name: 'Set password' }))
    await expect(await open.findByRole('alert')).toHaveTextContent(/7f3b9c/)
  },
}
