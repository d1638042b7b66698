import type { World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { FailedLoginList } from './failed-login-list.tsx'

const of = (email: string) => ({ props: async ({ idOf }: World) => ({ userId: await idOf(email) }) })
const jonas = of('jonas.lindqvist@northwind.example')

const meta = {
  title: 'Lockout/FailedLoginList',
  component: FailedLoginList,
  args: { userId: '' },
  parameters: { layout: 'padded', rollcall: jonas },
} satisfies Meta<typeof FailedLoginList>
export default meta

type Story = StoryObj<typeof meta>

export const Playground: Story = {}

export const LastFive: Story = {
  name: '[A32] lists the last five failed sign-ins, newest first',
  parameters: {
    rollcall: {
      ...jonas,
      async prepare({ clock, rollcall }: World) {
        clock.advance(60_000)
        const stranger = rollcall.anonymous({ address: '192.0.2.99', agent: 'curl/8.14.1' })
        const guess = { identifier: 'jonas.lindqvist@northwind.example', password: 'another guess' }
        await rollcall.signIn.signIn(stranger, guess).catch(() => undefined)
      },
    },
  },
  async play({ canvas }) {
    await canvas.findByText('curl/8.14.1')
    const [newest, ...older] = within(canvas.getByRole('table')).getAllByRole('row').slice(1)
    await expect(older).toHaveLength(4)
    await expect(newest).toHaveTextContent(/today, 14:06:00.*192\.0\.2\.99.*curl\/8\.14\.1.*Locked out/)
    await expect(older[1]).toHaveTextContent(/14:02:34.*203\.0\.113\.24.*Firefox on Windows.*Wrong password/)
    await expect(older[2]).toHaveTextContent(/Safari on iPhone/)
  },
}

export const Empty: Story = {
  parameters: { rollcall: of('tomasz.wojcik@northwind.example') },
  async play({ canvas }) {
    await expect(await canvas.findByText('No failed sign-ins')).toBeVisible()
  },
}

export const Loading: Story = {
  parameters: { rollcall: { ...jonas, latency: 'infinite' } },
  async play({ canvas }) {
    await expect(canvas.getByRole('region', { name: 'Failed sign-ins' })).toHaveAttribute('aria-busy', 'true')
  },
}

export const Failed: Story = {
  parameters: { rollcall: { ...jonas, fail: { 'lockout.listFailedSignIns': 'unavailable' } } },
  async play({ canvas }) {
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/did not load.*7f3b9c/)
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await expect(await canvas.findByRole('alert')).toBeVisible()
  },
}

export const Refused: Story = {
  parameters: { rollcall: { ...jonas, as: 'oscar.delafuente@fabrikam.example' } },
  async play({ canvas }) {
    await expect(await canvas.findByText('Your role does not include this.')).toBeVisible()
  },
}

export const Narrow: Story = {
  decorators: [(Story) => <div style={{ inlineSize: 340 }}>{Story()}</div>],
  async play({ canvas }) {
    await expect((await canvas.findAllByRole('row')).length).toBeGreaterThan(5)
  },
}
