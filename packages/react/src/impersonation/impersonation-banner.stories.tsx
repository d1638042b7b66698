import { ladder } from '@rollcall/core/presets'
import type { World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, userEvent, waitFor } from 'storybook/test'
import { ImpersonationBanner } from './impersonation-banner.tsx'

const AMARA = 'amara.okafor@northwind.example'
const HUDA = 'huda.elsayed@contoso.example'
const KWAME = 'kwame.mensah@contoso.example'
const MAXIMILIANE = 'maximiliane.wolfeschlegelsteinhausenbergerdorff@north-european-logistics.northwind.example'
const MINUTE = 60_000

/** A page whose session acts as somebody, begun some minutes ago. */
const viewing = (email: string, reason = 'The report of the customer pulse stays empty.', ago = 36) => ({
  scenario: 'surveyPlatform' as const,
  world: { policy: ladder },
  as: AMARA,
  async prepare(world: World) {
    const { rollcall, clock } = world
    clock.advance(-ago * MINUTE)
    const { session } = await rollcall.impersonation.startImpersonation(await world.as(AMARA), {
      userId: await world.idOf(email),
      reason,
    })
    clock.advance(ago * MINUTE)
    if (session === null || session === 'closed') throw new Error(`Acting as ${email} opened no session.`)
    Object.assign(world, { signIn: async () => session.token })
  },
})

const meta = {
  title: 'Impersonation/ImpersonationBanner',
  component: ImpersonationBanner,
  args: { onStopped: fn() },
  parameters: { rollcall: viewing(KWAME) },
} satisfies Meta<typeof ImpersonationBanner>
export default meta

type Story = StoryObj<typeof meta>

const banner = () => screen.findByRole('region', { name: 'Viewing as somebody else' })
const gone = () => waitFor(() => expect(screen.queryByRole('region', { name: /^Viewing/ })).not.toBeInTheDocument())

export const Playground: Story = {
  async play() {
    await banner()
  },
}

export const Told: Story = {
  name: '[C21] [C22] says who acts as whom, with whose rights, why, and until when',
  async play({ canvas }) {
    const region = await banner()
    await waitFor(() => expect(region).toHaveTextContent(/Viewing as Kwame Mensah, Create Survey from Template User\./))
    await expect(region).toHaveTextContent(/Their rights, not your own\./)
    await expect(region).toHaveTextContent(
      /Until today, 14:29\. Logged under both names\. Amara Okafor: “The report of the customer pulse/,
    )
    await expect(canvas.getByRole('timer')).toHaveTextContent('24 min left')
  },
}

export const Stopped: Story = {
  name: 'leads out: one is oneself again, and nothing fetched as the other is kept',
  async play({ args, loaded }) {
    const { client, queryClient } = loaded.rollcall
    await banner()
    queryClient.setQueryData(['rollcall', 'users', 'one', 'somebody'], { id: 'somebody' })
    await userEvent.click(await screen.findByRole('button', { name: 'Stop viewing' }))
    await waitFor(() => expect(args.onStopped).toHaveBeenCalledOnce())
    await gone()
    await expect(await screen.findByText('You are yourself again')).toBeVisible()
    await expect(await client.users.getMe()).toMatchObject({ email: AMARA, impersonation: null })
    await expect(queryClient.getQueryData(['rollcall', 'users', 'one', 'somebody'])).toBeUndefined()
  },
}

export const TimeOver: Story = {
  name: 'stops by itself shortly before the time is over, while there is a way back',
  async play({ args, loaded }) {
    const { world, client } = loaded.rollcall
    await banner()
    world.clock.advance(24 * MINUTE - 4_000)
    document.dispatchEvent(new Event('visibilitychange'))
    await waitFor(() => expect(args.onStopped).toHaveBeenCalledOnce())
    await gone()
    await expect(await screen.findByText(/The time to view as/)).toHaveTextContent(/saving it now is in your name/)
    await expect(screen.getByRole('button', { name: 'Reload' })).toBeVisible()
    await expect(await client.users.getMe()).toMatchObject({ email: AMARA })
  },
}

export const LastMinute: Story = {
  name: 'counts the seconds of the last minute',
  async play({ canvas, loaded }) {
    await banner()
    loaded.rollcall.world.clock.advance(23 * MINUTE + 18_000)
    await waitFor(() => expect(canvas.getByRole('timer')).toHaveTextContent('42 s left'))
  },
}

export const Overslept: Story = {
  name: 'a page that slept past the end says that one is signed out',
  async play({ args, loaded }) {
    await banner()
    loaded.rollcall.world.clock.advance(90 * MINUTE)
    await userEvent.click(await screen.findByRole('button', { name: 'Stop viewing' }))
    await waitFor(() => expect(args.onStopped).toHaveBeenCalled())
    await gone()
    await expect(await screen.findByText('You are signed out')).toBeVisible()
  },
}

export const StoppedElsewhere: Story = {
  name: 'that another tab was faster is no failure',
  async play({ args, loaded }) {
    await banner()
    await loaded.rollcall.client.impersonation.stopImpersonation()
    await userEvent.click(await screen.findByRole('button', { name: 'Stop viewing' }))
    await waitFor(() => expect(args.onStopped).toHaveBeenCalledOnce())
    await gone()
    await expect(await screen.findByText('You are yourself again')).toBeVisible()
  },
}

export const Failed: Story = {
  parameters: { rollcall: { ...viewing(KWAME), fail: { 'impersonation.stopImpersonation': 'unavailable' } } },
  async play({ args, canvas }) {
    await userEvent.click(await screen.findByRole('button', { name: 'Stop viewing' }))
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/did not answer/)
    await expect(await banner()).toBeVisible()
    await expect(args.onStopped).not.toHaveBeenCalled()
  },
}

export const Oneself: Story = {
  name: 'draws nothing while one is oneself',
  parameters: { rollcall: { prepare: async () => undefined } },
  async play({ canvas, loaded }) {
    await loaded.rollcall.client.users.getMe()
    await expect(canvas.queryByRole('region', { name: /^Viewing/ })).not.toBeInTheDocument()
  },
}

export const RightToLeftName: Story = { parameters: { rollcall: viewing(HUDA) } }

export const LongReason: Story = {
  parameters: {
    rollcall: viewing(
      MAXIMILIANE,
      'They wrote that the employee voice survey shows no respondents from the Hamburg office although forty-two people there confirmed by telephone that they had answered every question before Friday noon.',
    ),
  },
}
