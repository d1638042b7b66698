import { PASSWORD, type World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, userEvent, waitFor } from 'storybook/test'
import { ChangePasswordForm } from './change-password-form.tsx'

const HUDA = 'huda.elsayed@contoso.example'
const NEW = 'seven grey herons in the fog'

/** Until temporary passwords are issued, a session that one opened is made by hand. */
async function restrictSessions(world: World) {
  const { signIn, storage, clock } = world
  Object.assign(world, {
    async signIn(email: string) {
      const token = await signIn(email)
      const userId = await world.idOf(email)
      const [session] = await storage.sessions.list(userId, clock.now())
      if (!session) throw new Error(`${email} has no session.`)
      await storage.sessions.end(session.id, userId)
      await storage.sessions.add({ ...session, restricted: true })
      return token
    },
  })
}

const meta = {
  title: 'Passwords/ChangePasswordForm',
  component: ChangePasswordForm,
  args: { brand: 'Northwind Apps', onChanged: fn() },
  parameters: { layout: 'padded', rollcall: { as: HUDA } },
} satisfies Meta<typeof ChangePasswordForm>
export default meta

type Story = StoryObj<typeof meta>
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas']

async function change(canvas: Canvas, current: string, next: string) {
  const field = await canvas.findByLabelText('Current password *')
  await userEvent.clear(field)
  await userEvent.type(field, current)
  await userEvent.clear(canvas.getByLabelText('New password *'))
  await userEvent.type(canvas.getByLabelText('New password *'), next)
  await userEvent.click(canvas.getByRole('button', { name: 'Set password' }))
}

export const Playground: Story = {}

export const Changes: Story = {
  async play({ args, canvas, loaded }) {
    await change(canvas, PASSWORD, NEW)
    await waitFor(() => expect(args.onChanged).toHaveBeenCalledOnce())
    await expect(await screen.findByText('Your password is changed')).toBeInTheDocument()
    await expect(canvas.getByLabelText('Current password *')).toHaveValue('')
    await expect(await loaded.rollcall.client.users.getMe()).toMatchObject({ email: HUDA })
  },
}

export const WrongCurrent: Story = {
  async play({ args, canvas }) {
    await change(canvas, 'not the password', NEW)
    await expect(await canvas.findByText(/This is not your password/)).toBeVisible()
    await waitFor(() => expect(canvas.getByLabelText('Current password *')).toHaveFocus())
    await expect(args.onChanged).not.toHaveBeenCalled()
  },
}

export const AfterTemporary: Story = {
  parameters: { rollcall: { as: HUDA, prepare: restrictSessions } },
  async play({ args, canvas, loaded }) {
    await userEvent.type(await canvas.findByLabelText('New password *'), NEW)
    await expect(canvas.queryByLabelText('Current password *')).not.toBeInTheDocument()
    await userEvent.click(canvas.getByRole('button', { name: 'Set password and continue' }))
    await waitFor(() => expect(args.onChanged).toHaveBeenCalledOnce())
    await expect(await loaded.rollcall.client.users.getMe()).toMatchObject({ restricted: false })
  },
}

export const NotSignedIn: Story = {
  parameters: { rollcall: { visitor: true } },
  async play({ canvas }) {
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/not signed in/)
  },
}

export const Loading: Story = { parameters: { rollcall: { as: HUDA, latency: 'infinite' } } }

export const Failed: Story = {
  parameters: { rollcall: { as: HUDA, fail: { 'system.getPolicy': 'unavailable' } } },
  async play({ canvas }) {
    await expect(await canvas.findByRole('button', { name: 'Try again' })).toBeVisible()
  },
}
