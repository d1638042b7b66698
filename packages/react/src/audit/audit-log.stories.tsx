import { ladder } from '@rollcall/core/presets'
import type { World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test'
import { AuditLog } from './audit-log.tsx'

const AMARA = 'amara.okafor@northwind.example'
const TOMASZ = 'tomasz.wojcik@northwind.example'
const RANA = 'rana.alkhatib@fabrikam.example'
const OSCAR = 'oscar.delafuente@fabrikam.example'
const JONAS = 'jonas.lindqvist@northwind.example'

const jonas = { props: async ({ idOf }: World) => ({ userId: await idOf(JONAS) }) }

/** Rana edits Jonas, and gives and takes roles. */
async function edited({ rollcall, as, idOf, storage, clock }: World) {
  const userId = await idOf(JONAS)
  const rana = await as(RANA)
  const version = async () => (await storage.users.find(userId))?.version ?? 0
  await rollcall.users.editUser(rana, { userId, version: await version(), jobTitle: 'Head of mobile' })
  clock.advance(1_000)
  await rollcall.access.setGrants(rana, {
    userId,
    version: await version(),
    scope: 'app-field-notes',
    roles: ['owner'],
  })
}

/** Where Amara looked into what Huda sees. */
const surveys = { scenario: 'surveyPlatform' as const, world: { policy: ladder }, as: TOMASZ }

type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas']

async function openFilter(canvas: Canvas) {
  await userEvent.click(await canvas.findByRole('button', { name: 'Filter' }))
  return within(await screen.findByRole('dialog', { name: 'Filter' }))
}

/** What the rows say was done. */
const actionsIn = (canvas: Canvas) =>
  within(canvas.getByRole('table'))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.dataset.action)

const meta = {
  title: 'Audit/AuditLog',
  component: AuditLog,
  parameters: { layout: 'padded' },
} satisfies Meta<typeof AuditLog>
export default meta

type Story = StoryObj<typeof meta>

const rowsOf = async (canvas: ReturnType<typeof within>) => {
  await canvas.findAllByText(/Registered/)
  return within(canvas.getByRole('table')).getAllByRole('row').slice(1)
}

export const Playground: Story = { parameters: { rollcall: { ...jonas, prepare: edited } } }

export const OfSomebody: Story = {
  name: 'tells who did what, when, from where, with what it was before and after',
  parameters: { rollcall: { ...jonas, prepare: edited } },
  async play({ canvas }) {
    const [roles, profile] = await rowsOf(canvas)
    await expect(roles).toHaveTextContent(/14 Jun 2026, 14:05:\d\d.*Rana.*Changed the roles/)
    await waitFor(() => expect(roles).toHaveTextContent('App owner (Field Notes)'))
    await expect(roles).toHaveTextContent('Developer (Field Notes)')
    await expect(profile).toHaveTextContent(/Changed the profile.*Job title: iOS developer.*Head of mobile/)
    await expect(profile).toHaveTextContent('203.0.113.7')
  },
}

export const Everybody: Story = {
  name: 'shows a page at a time, and in everybody’s log whom each entry is about',
  args: { limit: 5 },
  parameters: { rollcall: { as: AMARA, prepare: edited } },
  async play({ canvas }) {
    await expect(await canvas.findByText('Audit')).toBeVisible()
    await waitFor(() => expect(canvas.getAllByRole('row')).toHaveLength(6))
    await expect((await canvas.findAllByText(/Changed the profile/))[0]?.closest('td')).toHaveTextContent(
      'Changed the profile: Jonas Lindqvist',
    )
    await userEvent.click(canvas.getByRole('button', { name: 'Show more' }))
    await waitFor(() => expect(canvas.getAllByRole('row')).toHaveLength(11))
  },
}

export const UnknownAction: Story = {
  name: 'an action without words is told by its name, with the reason given and as whom it was done',
  parameters: {
    rollcall: {
      ...jonas,
      async prepare({ storage, idOf, clock }: World) {
        const jonasHimself = { id: await idOf(JONAS), name: 'Jonas Lindqvist' }
        const rana = { id: await idOf(RANA), name: 'Rana Al-Khatib' }
        await storage.transaction((tx) =>
          tx.audit.append({
            id: '7f3b9c',
            at: clock.now(),
            action: 'host.exportReport',
            real: rana,
            effective: jonasHimself,
            target: jonasHimself,
            changes: { report: [null, { month: 7 }] },
            reason: 'Cannot see the July report',
            address: null,
            mac: '',
          }),
        )
      },
    },
  },
  async play({ canvas }) {
    const row = (await canvas.findByText('host.exportReport')).closest('tr')
    await expect(row).toHaveTextContent(/Rana Al-Khatib as Jonas Lindqvist.*Reason: Cannot see the July report/)
    await expect(row).toHaveTextContent(/report: nothing.*\{"month":7\}.*Unknown/)
  },
}

export const BothIdentities: Story = {
  name: '[C22] [C67] everything done as somebody else is there with both people, the reason and what was asked for',
  parameters: { rollcall: surveys },
  async play({ canvas }) {
    const panel = await openFilter(canvas)
    await userEvent.click(panel.getByRole('checkbox', { name: 'Done as somebody else' }))
    await userEvent.keyboard('{Escape}')
    await waitFor(() =>
      expect(actionsIn(canvas)).toEqual([
        'impersonation.stopImpersonation',
        'surveys.openReport',
        'impersonation.request',
      ]),
    )
    const request = canvas.getByText('Made a request').closest('tr')
    await expect(request).toHaveTextContent(/Amara Okafor as هدى السيد/)
    await expect(request).toHaveTextContent('Reason: The report of the customer pulse stays empty for her.')
    await expect(request).toHaveTextContent('GET /surveys/survey-customer-pulse-2026')
    await userEvent.click(canvas.getByRole('button', { name: /^Done as somebody else/ }))
    await waitFor(() => expect(actionsIn(canvas).length).toBeGreaterThan(3))
  },
}

export const Filtered: Story = {
  name: '[C67] narrows by what happened, by whom or to whom, and by days, and each filter comes off',
  parameters: { rollcall: surveys },
  async play({ canvas }) {
    const panel = await openFilter(canvas)
    await userEvent.click(panel.getByRole('checkbox', { name: 'Acting as somebody' }))
    await userEvent.type(panel.getByRole('combobox', { name: 'By or about' }), 'Huda')
    await userEvent.click(await panel.findByRole('option', { name: /huda\.elsayed/ }))
    await userEvent.type(panel.getByLabelText('From'), '2026-06-13')
    await userEvent.type(panel.getByLabelText('Until'), '2026-06-13')
    await userEvent.keyboard('{Escape}')
    await expect(await canvas.findByRole('button', { name: /^By or about: هدى السيد/ })).toBeVisible()
    await waitFor(() =>
      expect(actionsIn(canvas)).toEqual([
        'impersonation.stopImpersonation',
        'impersonation.request',
        'impersonation.startImpersonation',
      ]),
    )
    await userEvent.click(canvas.getByRole('button', { name: /^What happened: Acting as somebody/ }))
    await waitFor(() => expect(actionsIn(canvas)).toContain('surveys.openReport'))
    await expect(canvas.getByRole('button', { name: /^Until: 13 Jun 2026/ })).toBeVisible()
  },
}

export const ResourceNames: Story = {
  name: 'resources and roles are told by name on everybody’s page too',
  args: { defaultFilter: { groups: ['roles'] } },
  parameters: { rollcall: surveys },
  async play({ canvas }) {
    const made = await canvas.findAllByText(/Made the group/)
    const row = made.map((cell) => cell.closest('tr')).find((one) => one?.textContent?.includes('Fieldwork partners'))
    await waitFor(() => expect(row).toHaveTextContent('Panel Field Manager (Customer pulse 2026)'))
  },
}

export const Exported: Story = {
  name: '[C67] takes what is shown away as a file, filters included',
  args: { defaultFilter: { impersonated: true } },
  parameters: { rollcall: surveys },
  async play({ canvas, loaded }) {
    const saved: { name: string; file: Promise<string> }[] = []
    const listen = (event: MouseEvent) => {
      const link = event.composedPath()[0]
      if (!(link instanceof HTMLAnchorElement)) return
      event.preventDefault()
      saved.push({ name: link.download, file: fetch(link.href).then((answer) => answer.text()) })
    }
    await canvas.findByText('Made a request')
    HTMLAnchorElement.prototype.click = function click() {
      this.addEventListener('click', listen, { once: true })
      this.dispatchEvent(new MouseEvent('click', { cancelable: true }))
    }
    await userEvent.click(canvas.getByRole('button', { name: 'Export' }))
    await waitFor(() => expect(saved).toHaveLength(1))
    await expect(saved[0]?.name).toBe('audit-2026-06-14.csv')
    const lines = (await saved[0]?.file)?.trim().split('\r\n') ?? []
    await expect(lines).toHaveLength(4)
    await expect(lines[1]).toContain('هدى السيد')
    const { world }: { world: World } = loaded.rollcall
    const { items } = await world.rollcall.audit.listEntries(await world.as(TOMASZ), {
      action: ['audit.exportEntries'],
    })
    await expect(items).toHaveLength(1)
  },
}

export const ExportFailed: Story = {
  parameters: { rollcall: { ...surveys, fail: { 'audit.exportEntries': 'unavailable' } } },
  async play({ canvas }) {
    await canvas.findAllByText(/Signed in/)
    await userEvent.click(canvas.getByRole('button', { name: 'Export' }))
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/The file did not come.*7f3b9c/)
  },
}

export const NoMatch: Story = {
  args: { defaultFilter: { until: '2020-01-01' } },
  async play({ canvas }) {
    await expect(await canvas.findByText('Nothing matches')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Clear filters' }))
    await expect(await canvas.findByRole('table')).toBeVisible()
  },
}

export const Controlled: Story = {
  args: { filter: { groups: ['passwords'] }, onFilterChange: fn() },
  async play({ args, canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: /^What happened: Passwords/ }))
    await expect(args.onFilterChange).toHaveBeenCalledWith({})
    await expect(canvas.getByRole('button', { name: /^What happened: Passwords/ })).toBeVisible()
  },
}

export const Refused: Story = {
  parameters: { rollcall: { ...jonas, as: OSCAR } },
  async play({ canvas }) {
    await expect(await canvas.findByText('Your role does not include this.')).toBeVisible()
  },
}

export const Empty: Story = {
  parameters: {
    rollcall: { props: async ({ idOf }: World) => ({ userId: await idOf('thandiwe.dlamini@northwind.example') }) },
  },
  async play({ canvas }) {
    await expect(await canvas.findByText('Nothing was written down yet')).toBeVisible()
  },
}

export const Loading: Story = {
  parameters: { rollcall: { ...jonas, latency: 'infinite' } },
  async play({ canvas }) {
    await expect(canvas.getByRole('region', { name: 'Audit of this user' })).toHaveAttribute('aria-busy', 'true')
  },
}

export const Failed: Story = {
  parameters: { rollcall: { ...jonas, fail: { 'audit.listEntries': 'unavailable' } } },
  async play({ canvas }) {
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/did not load.*7f3b9c/)
  },
}

export const Narrow: Story = {
  parameters: { rollcall: { ...jonas, prepare: edited } },
  decorators: [(Story) => <div style={{ inlineSize: 340 }}>{Story()}</div>],
  async play({ canvas }) {
    await expect((await rowsOf(canvas)).length).toBeGreaterThan(2)
  },
}
