import { directory, inviteFirst } from '@rollcall/core/presets'
import { userKeys } from '@rollcall/core/rules'
import type { World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test'
import { Button } from '../ui/button.tsx'
import { DeleteUserDialog } from './delete-user-dialog.tsx'

const AMARA = 'amara.okafor@northwind.example'
const RANA = 'rana.alkhatib@fabrikam.example'
const TOMASZ = 'tomasz.wojcik@northwind.example'
const HUDA = 'huda.elsayed@contoso.example'
const PRIYA = 'priya.raman@contoso.example'

/** The user as the one who looks sees them. */
const seenBy = (viewer: string, email: string) => ({
  as: viewer,
  props: async ({ rollcall, as, idOf }: World) => ({
    user: await rollcall.users.getUser(await as(viewer), { userId: await idOf(email) }),
  }),
})

/** Rana holds a token besides her roles and owns an app alone. */
const rana = {
  ...seenBy(AMARA, RANA),
  async prepare({ rollcall, as, idOf, signIn }: World) {
    await rollcall.apiTokens.createToken(await as(AMARA), { userId: await idOf(RANA) })
    await signIn(RANA)
  },
}

const meta = {
  title: 'Users/DeleteUserDialog',
  component: DeleteUserDialog,
  args: {
    user: { id: '', name: '', email: '', version: 0, enabled: true, actions: {} },
    defaultOpen: true,
    onOpenChange: fn(),
    onDeleted: fn(),
    onDeactivated: fn(),
  },
} satisfies Meta<typeof DeleteUserDialog>
export default meta

type Story = StoryObj<typeof meta>

const dialog = async (name: RegExp) => within(await screen.findByRole('dialog', { name }))
const gone = () => waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())

export const Playground: Story = { parameters: { rollcall: rana } }

export const Deleted: Story = {
  name: '[A20][A21][A42] says what goes, asks for the name, then deletes; who looks after users is told',
  parameters: { rollcall: rana },
  async play({ args, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    const open = await dialog(/^Delete Rana/)
    await expect(await open.findByText('2 roles, 1 token and 1 session end at once.')).toBeVisible()
    await expect(open.getByText(/without an owner/)).toHaveTextContent(
      'Route Planner is left without an owner. 2 people who look after users get a mail.',
    )
    await expect(open.getByText('Audit entries stay, with the name.')).toBeVisible()
    const button = open.getByRole('button', { name: 'Delete user' })
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await expect(button).toHaveAccessibleDescription('Type Rana ‘Roro’ Al-Khatib to delete for good')
    const name = open.getByRole('textbox', { name: /^Type Rana/ })
    await userEvent.type(name, 'Rana Al-Khatib{Enter}')
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await expect(await world.idOf(RANA)).toBeTruthy()
    await userEvent.clear(name)
    await userEvent.type(name, 'Rana ‘Roro’ Al-Khatib')
    await userEvent.click(button)
    await waitFor(() => expect(args.onDeleted).toHaveBeenCalledOnce())
    await gone()
    await expect(world.idOf(RANA)).rejects.toThrow()
    await world.deliver()
    await expect(world.mails.lastTo(TOMASZ)).toMatchObject({ template: 'resources-ownerless' })
  },
}

export const DeactivatedInstead: Story = {
  name: 'offers the milder way, which loses nothing',
  parameters: { rollcall: seenBy(AMARA, HUDA) },
  async play({ args, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    const open = await dialog(/^Delete/)
    await userEvent.click(await open.findByRole('button', { name: 'Deactivate instead' }))
    await waitFor(() => expect(args.onDeactivated).toHaveBeenCalledOnce())
    await gone()
    await expect((await world.storage.users.find(await world.idOf(HUDA)))?.enabled).toBe(false)
  },
}

export const AlreadyDeactivated: Story = {
  parameters: { rollcall: seenBy(AMARA, PRIYA) },
  async play() {
    const open = await dialog(/^Delete Priya/)
    await expect(await open.findByRole('textbox', { name: /^Type Priya/ })).toBeVisible()
    await expect(open.queryByRole('button', { name: 'Deactivate instead' })).not.toBeInTheDocument()
  },
}

export const Self: Story = {
  name: 'nobody deletes themselves here',
  parameters: { rollcall: seenBy(AMARA, AMARA) },
  async play() {
    const open = await dialog(/^You may not delete Amara/)
    await expect(open.getByText('You cannot do this to yourself.')).toBeVisible()
    await expect(open.queryByRole('textbox')).not.toBeInTheDocument()
  },
}

export const NotCovered: Story = {
  name: 'who has a role that the reader may not give is not deleted by them',
  parameters: { rollcall: seenBy(RANA, AMARA) },
  async play() {
    const open = await dialog(/^You may not delete Amara/)
    await expect(open.getByText('This person has a role that you may not give.')).toBeVisible()
  },
}

export const Protected: Story = {
  name: 'a protected person is not deleted',
  parameters: {
    rollcall: {
      as: AMARA,
      async prepare({ storage, idOf }: World) {
        const user = await storage.users.find(await idOf(HUDA))
        if (user)
          await storage.users.update(user.id, user.version, { fields: { protected: true }, keys: userKeys(user) })
      },
      props: seenBy(AMARA, HUDA).props,
    },
  },
  async play() {
    const open = await dialog(/^You may not delete/)
    await expect(open.getByText('This person is protected from deletion.')).toBeVisible()
  },
}

/** Here user managers may appoint administrators, and so delete them. */
const appointing = {
  ...inviteFirst,
  access: {
    ...inviteFirst.access,
    systemRoles: inviteFirst.access.systemRoles.map((role) =>
      role.id === 'user-management' ? { ...role, mayGrant: [...role.mayGrant, 'admin'] } : role,
    ),
  },
}

export const LastAdministrator: Story = {
  name: 'the last administrator stays',
  parameters: { rollcall: { ...seenBy(RANA, AMARA), world: { policy: appointing } } },
  async play() {
    const open = await dialog(/^Delete Amara/)
    await userEvent.type(await open.findByRole('textbox'), 'Amara Okafor')
    await userEvent.click(open.getByRole('button', { name: 'Delete user' }))
    await expect(await open.findByRole('alert')).toHaveTextContent(
      'This is the last administrator. Appoint another one first.',
    )
  },
}

export const Frozen: Story = {
  name: 'an open dialog stays with the person it was opened for, and refuses once they have changed',
  parameters: { rollcall: seenBy(AMARA, HUDA) },
  render: function Host(args) {
    const [user, setUser] = useState(args.user)
    return (
      <>
        <Button onClick={() => setUser({ ...user, id: 'somebody-else', name: 'Somebody Else', version: 99 })}>
          Refresh
        </Button>
        <DeleteUserDialog {...args} user={user} />
      </>
    )
  },
  async play({ args, canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    const open = await dialog(/^Delete هدى/)
    canvas.getByText('Refresh').click()
    const name = await open.findByRole('textbox', { name: /^Type هدى/ })
    const userId = await world.idOf(HUDA)
    const version = (await world.storage.users.find(userId))?.version ?? 0
    await world.rollcall.users.editUser(await world.as(RANA), { userId, version, jobTitle: 'Analyst' })
    await userEvent.type(name, 'هدى السيد')
    await userEvent.click(open.getByRole('button', { name: 'Delete user' }))
    await expect(await open.findByRole('alert')).toHaveTextContent(/changed this meanwhile/)
    await expect(args.onDeleted).not.toHaveBeenCalled()
  },
}

export const Controlled: Story = {
  args: { open: true },
  parameters: { rollcall: seenBy(AMARA, HUDA) },
  async play({ args }) {
    const open = await dialog(/^Delete/)
    await userEvent.click(await open.findByRole('button', { name: 'Cancel' }))
    await expect(args.onOpenChange).toHaveBeenCalledWith(false)
    await expect(screen.getByRole('dialog')).toBeVisible()
  },
}

export const Loading: Story = {
  parameters: { rollcall: { ...seenBy(AMARA, HUDA), latency: 'infinite' } },
  async play() {
    await expect(await screen.findByRole('dialog')).toHaveAttribute('aria-busy', 'true')
  },
}

export const Failed: Story = {
  parameters: { rollcall: { ...seenBy(AMARA, HUDA), fail: { 'users.getDeletionImpact': 'unavailable' } } },
  async play() {
    await expect(await screen.findByRole('alert')).toHaveTextContent(/did not load.*7f3b9c/)
  },
}

export const ProtectionLifted: Story = {
  name: '[B10] says how to take the protection away to whoever may',
  parameters: {
    rollcall: {
      ...seenBy(AMARA, 'thandiwe.dlamini@northwind.example'),
      scenario: 'productHub',
      world: { policy: directory },
    },
  },
  async play() {
    const open = await dialog(/^You may not delete Thandiwe/)
    await expect(await open.findByText(/^This person is protected.* switch “Protected” off/)).toBeVisible()
  },
}

export const Support: Story = {
  name: '[B48][B49][B50] says that it is for good, offers deactivation, and whom to ask before',
  args: { support: <a href="#support">Ask support first</a> },
  parameters: { rollcall: rana },
  async play() {
    const open = await dialog(/^Delete Rana/)
    await expect(await open.findByText(/history cannot be brought back/)).toBeVisible()
    await expect(open.getByRole('button', { name: 'Deactivate instead' })).toBeVisible()
    await expect(open.getByRole('link', { name: 'Ask support first' })).toBeVisible()
  },
}
