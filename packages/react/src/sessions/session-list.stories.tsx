import type { World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { SessionList } from './session-list.tsx'

const AMARA = 'amara.okafor@northwind.example'
const RANA = 'rana.alkhatib@fabrikam.example'
const OSCAR = 'oscar.delafuente@fabrikam.example'
const HUDA = 'huda.elsayed@contoso.example'
const MEILIN = 'meilin.zhao@fabrikam.example'
const MINUTE = 60_000

const LAPTOP = {
  address: '203.0.113.24',
  agent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
}
const PHONE = {
  address: '198.51.100.7',
  agent:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
}

/** Somebody signed in on two devices of late. */
const signedIn = (email: string) => ({
  props: async ({ idOf }: World) => ({ userId: await idOf(email) }),
  async prepare({ clock, signIn }: World) {
    const present = clock.now()
    clock.set(present - 40 * MINUTE)
    await signIn(email, PHONE)
    clock.set(present - MINUTE)
    await signIn(email, LAPTOP)
    clock.set(present)
  },
})

const meta = {
  title: 'Sessions/SessionList',
  component: SessionList,
  parameters: { layout: 'padded' },
} satisfies Meta<typeof SessionList>
export default meta

type Story = StoryObj<typeof meta>

export const Playground: Story = { parameters: { rollcall: signedIn(MEILIN) } }

export const OfSomebody: Story = {
  name: 'lists where somebody is signed in, and ends one of their sessions',
  parameters: { rollcall: signedIn(MEILIN) },
  async play({ canvas }) {
    await canvas.findByText('Firefox on Windows')
    const items = canvas.getAllByRole('listitem')
    await expect(items.map((item) => item.textContent)).toEqual([
      expect.stringMatching(/^Firefox on Windows203\.0\.113\.24.*active now/),
      expect.stringMatching(/^Safari on iPhone198\.51\.100\.7.*last used 40 minutes ago/),
    ])
    await userEvent.click(canvas.getByRole('button', { name: 'End Safari on iPhone' }))
    await waitFor(() => expect(canvas.getAllByRole('listitem')).toHaveLength(1))
    await expect(canvas.getByText('Firefox on Windows')).toBeVisible()
    await expect(await screen.findByText('Ended the session')).toBeInTheDocument()
  },
}

export const AllEnded: Story = {
  name: 'ends all of somebody’s sessions after a question',
  parameters: { rollcall: signedIn(MEILIN) },
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'End all 2…' }))
    const asked = within(await screen.findByRole('dialog', { name: /^End all 2 sessions/ }))
    await userEvent.click(asked.getByRole('button', { name: 'End 2 sessions' }))
    await expect(await canvas.findByText('Not signed in anywhere')).toBeVisible()
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  },
}

export const Own: Story = {
  name: 'marks the session the page is in, and ends the others',
  parameters: { rollcall: { as: MEILIN, prepare: signedIn(MEILIN).prepare } },
  async play({ canvas }) {
    const current = within((await canvas.findByText('This session')).closest('li') as HTMLElement)
    await expect(current.queryByRole('button')).not.toBeInTheDocument()
    await userEvent.click(canvas.getByRole('button', { name: 'End the other 2…' }))
    const asked = within(await screen.findByRole('dialog'))
    await userEvent.click(asked.getByRole('button', { name: 'End 2 sessions' }))
    await waitFor(() => expect(canvas.getAllByRole('listitem')).toHaveLength(1))
    await expect(canvas.getByText('This session')).toBeVisible()
  },
}

export const Refused: Story = {
  name: 'whose role the reader may not give, their sessions may be seen, not ended',
  parameters: { rollcall: { ...signedIn(AMARA), as: RANA } },
  async play({ canvas }) {
    const [end] = await canvas.findAllByRole('button', { name: /^End Firefox/ })
    await waitFor(() => expect(end).toHaveAttribute('aria-disabled', 'true'))
    await expect(end).toHaveAccessibleDescription('This person has a role that you may not give.')
  },
}

export const MayNotSee: Story = {
  parameters: { rollcall: { props: signedIn(HUDA).props, as: OSCAR } },
  async play({ canvas }) {
    await waitFor(() =>
      expect(canvas.getByRole('region', { name: 'Sessions' })).toHaveAttribute('data-state', 'refused'),
    )
  },
}

export const EndFailed: Story = {
  parameters: { rollcall: { ...signedIn(MEILIN), fail: { 'sessions.revokeSession': 'unavailable' } } },
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'End Safari on iPhone' }))
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/7f3b9c/)
  },
}

export const Empty: Story = {
  parameters: {
    rollcall: { props: async ({ idOf }: World) => ({ userId: await idOf('tomasz.wojcik@northwind.example') }) },
  },
  async play({ canvas }) {
    await expect(await canvas.findByText('Not signed in anywhere')).toBeVisible()
  },
}

export const Loading: Story = {
  parameters: { rollcall: { ...signedIn(MEILIN), latency: 'infinite' } },
  async play({ canvas }) {
    await expect(canvas.getByRole('region', { name: 'Sessions' })).toHaveAttribute('aria-busy', 'true')
  },
}

export const Failed: Story = {
  parameters: { rollcall: { ...signedIn(MEILIN), fail: { 'sessions.listSessions': 'unavailable' } } },
  async play({ canvas }) {
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/did not load.*7f3b9c/)
  },
}
