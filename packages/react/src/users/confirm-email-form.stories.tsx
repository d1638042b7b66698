import { ladder } from '@rollcall/core/presets'
import type { World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor } from 'storybook/test'
import { ConfirmEmailForm } from './confirm-email-form.tsx'

const ELIF = 'elif.yilmaz@northwind.example'
const NEW = 'elif.yilmaz@fabrikam.example'

const surveys = { scenario: 'surveyPlatform' as const, world: { policy: ladder }, visitor: true }

async function askFor(world: World) {
  await world.rollcall.users.requestEmailChange(await world.as(ELIF), { email: NEW })
  await world.deliver()
}

const tokenOf = ({ mails }: World) => new URL(mails.linkTo(NEW)).hash.replace('#token=', '')

const meta = {
  title: 'Users/ConfirmEmailForm',
  component: ConfirmEmailForm,
  args: { brand: 'Northwind Surveys', goOn: '#sign-in', onConfirmed: fn() },
  parameters: {
    layout: 'padded',
    rollcall: { ...surveys, prepare: askFor, props: async (world: World) => ({ token: tokenOf(world) }) },
  },
} satisfies Meta<typeof ConfirmEmailForm>
export default meta

type Story = StoryObj<typeof meta>

export const Playground: Story = {}

export const Confirmed: Story = {
  name: '[C44] [C64] the link changes the address, and with it the organization and its groups',
  async play({ args, canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    await expect(await world.idOf(ELIF)).toBeTruthy()
    await userEvent.click(await canvas.findByRole('button', { name: 'Confirm address' }))
    await expect(await canvas.findByRole('heading', { name: 'Your address is changed' })).toBeVisible()
    await expect(args.onConfirmed).toHaveBeenCalledWith({ email: NEW })
    const tomasz = await world.as('tomasz.wojcik@northwind.example')
    const { organization, groups } = await world.rollcall.users.getUser(tomasz, { userId: await world.idOf(NEW) })
    await expect(organization).toBe('fabrikam.example')
    await expect(groups.map(({ name }) => name)).toEqual(['Fabrikam'])
  },
}

export const WithCode: Story = {
  parameters: { rollcall: { ...surveys, prepare: askFor, props: async () => ({}) } },
  async play({ args, canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    const mail = world.mails.lastTo(NEW)
    const field = await canvas.findByLabelText('Code from the mail *')
    await userEvent.type(field, 'AAAA-BBBB-CCCC{Enter}')
    await expect(await canvas.findByText(/mistyped, was used, or has expired/)).toBeVisible()
    await waitFor(() => expect(field).toHaveFocus())
    await userEvent.clear(field)
    await userEvent.type(field, `${mail?.template === 'email-change' ? mail.credential.code : ''}{Enter}`)
    await waitFor(() => expect(args.onConfirmed).toHaveBeenCalledOnce())
  },
}

export const DeadLink: Story = {
  parameters: { rollcall: { ...surveys, props: async () => ({ token: 'a-token-nobody-has' }) } },
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Confirm address' }))
    await expect(await canvas.findByRole('heading', { name: 'This link no longer works' })).toBeVisible()
    await expect(canvas.getByText(/Your address is what it was/)).toBeVisible()
  },
}

export const TakenMeanwhile: Story = {
  parameters: {
    rollcall: {
      ...surveys,
      async prepare(world: World) {
        await askFor(world)
        await world.invite('tomasz.wojcik@northwind.example', NEW)
      },
      props: async ({ mails }: World) => {
        const mail = mails.sent.find((each) => each.mail.template === 'email-change')?.mail
        const link = mail?.template === 'email-change' ? mail.credential.link : ''
        return { token: new URL(link).hash.replace('#token=', '') }
      },
    },
  },
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Confirm address' }))
    await expect(await canvas.findByRole('alert')).toHaveTextContent('This address already has an account.')
  },
}

export const Unreachable: Story = {
  parameters: {
    rollcall: {
      ...surveys,
      fail: { 'users.confirmEmailChange': 'unavailable' },
      props: async () => ({ token: 'a-token-nobody-has' }),
    },
  },
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Confirm address' }))
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/7f3b9c/)
  },
}

export const Loading: Story = {
  parameters: {
    rollcall: {
      ...surveys,
      latency: 'infinite',
      prepare: askFor,
      props: async (world: World) => ({ token: tokenOf(world) }),
    },
  },
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Confirm address' }))
    await expect(canvas.getByRole('button', { name: 'Confirm address' })).toHaveAttribute('aria-disabled', 'true')
  },
}
