import { ladder } from '@rollcall/core/presets'
import { PASSWORD, type World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test'
import { ImpersonateDialog } from './impersonate-dialog.tsx'

const AMARA = 'amara.okafor@northwind.example'
const HUDA = 'huda.elsayed@contoso.example'
const MAXIMILIANE = 'maximiliane.wolfeschlegelsteinhausenbergerdorff@north-european-logistics.northwind.example'

const platform = { scenario: 'surveyPlatform', world: { policy: ladder } } as const
const of = (email: string) => ({
  ...platform,
  as: AMARA,
  props: async ({ rollcall, as, idOf }: World) => ({
    user: await rollcall.users.getUser(await as(AMARA), { userId: await idOf(email) }),
  }),
})

const meta = {
  title: 'Impersonation/ImpersonateDialog',
  component: ImpersonateDialog,
  args: { user: { id: '', name: '' }, defaultOpen: true, onOpenChange: fn(), onStarted: fn() },
  parameters: { rollcall: of(HUDA) },
} satisfies Meta<typeof ImpersonateDialog>
export default meta

type Story = StoryObj<typeof meta>

const REASON = 'The report of the customer pulse stays empty.'

const dialog = async () => within(await screen.findByRole('dialog', { name: /^View as/ }))

async function begin(reason = REASON) {
  const open = await dialog()
  await userEvent.type(open.getByRole('textbox', { name: /^Reason/ }), reason)
  await userEvent.click(open.getByRole('button', { name: 'Start viewing' }))
  return open
}

export const Playground: Story = {}

export const Started: Story = {
  name: '[C19] [C20] acts as somebody below oneself, for a reason that reaches them by mail',
  async play({ args, loaded }) {
    const { world, client } = loaded.rollcall
    await expect(await (await dialog()).findByText(/for at most 60 minutes/)).toBeVisible()
    await begin()
    await waitFor(() => expect(args.onStarted).toHaveBeenCalledOnce())
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    await expect(await client.users.getMe()).toMatchObject({
      email: HUDA,
      impersonation: { by: 'Amara Okafor', reason: REASON },
    })
    await world.deliver()
    await expect(world.mails.lastTo(HUDA)).toMatchObject({ template: 'impersonated', data: { reason: REASON } })
  },
}

export const WithoutReason: Story = {
  name: '[C20] nobody is looked at without a reason',
  async play({ args }) {
    const open = await begin('   ')
    await expect(await open.findByText('This is needed.')).toBeVisible()
    await expect(open.getByRole('textbox', { name: /^Reason/ })).toHaveFocus()
    await expect(args.onStarted).not.toHaveBeenCalled()
  },
}

export const PasswordAgain: Story = {
  name: 'asks for the password again where it was not given of late, and keeps the reason meanwhile',
  async play({ args, loaded }) {
    const { world, client } = loaded.rollcall
    await dialog()
    await client.users.getMe()
    world.clock.advance(11 * 60_000)
    await begin()
    const confirm = within(await screen.findByRole('dialog', { name: /^Confirm it is you/ }))
    await expect(args.onStarted).not.toHaveBeenCalled()
    await userEvent.type(confirm.getByLabelText(/^Password/), `${PASSWORD}{Enter}`)
    await waitFor(() => expect(args.onStarted).toHaveBeenCalledOnce())
    await expect(await client.users.getMe()).toMatchObject({ impersonation: { reason: REASON } })
  },
}

export const Refused: Story = {
  name: '[C19] an equal is refused, whatever the page believed',
  parameters: { rollcall: of('p.antoniou@fabrikam.example') },
  async play({ args }) {
    const open = await begin()
    await expect(await open.findByRole('alert')).toHaveTextContent('This person’s role is not below yours.')
    await expect(args.onStarted).not.toHaveBeenCalled()
  },
}

export const LongName: Story = { parameters: { rollcall: of(MAXIMILIANE) } }

export const Failed: Story = {
  parameters: { rollcall: { ...of(HUDA), fail: { 'impersonation.startImpersonation': 'unavailable' } } },
  async play() {
    const open = await begin()
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
