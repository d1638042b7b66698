import { directory } from '@rollcall/core/presets'
import { csvLine, defineAttributes } from '@rollcall/core/rules'
import type { World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, fireEvent, fn, userEvent, waitFor, type within } from 'storybook/test'
import { ImportUsersWizard, type ImportUsersWizardProps } from './import-users-wizard.tsx'

const AMARA = 'amara.okafor@northwind.example'
const JONAS = 'jonas.lindqvist@northwind.example'
const OSCAR = 'oscar.delafuente@fabrikam.example'
const LENA = 'lena.vogt@northwind.example'

const attributes = defineAttributes({ costCentre: { type: 'text', label: 'Cost centre', screen: 'hidden' } })

/** A product hub: people are set up in full, one by one or by a file. */
const hub = { scenario: 'productHub', world: { policy: directory, attributes }, as: AMARA } as const

const HEADERS = ['Username', 'E-Mail', 'FirstName', 'LastName', 'JobTitle', 'AssignedRole', 'ProductInstances', 'Notes']

/** Two new people, one of them inactive; one changed, one as they are, one refused. */
const JOINERS = [
  ['lena.vogt', LENA, 'Lena', 'Vogt', 'Auditor', 'user;administrator', 'default', 'from Hamburg'],
  ['jonas.lindqvist', JONAS, 'Jonas', 'Lindqvist', 'Lead auditor', 'user', 'audits-emea;training-main', ''],
  ['meilin.zhao', 'meilin.zhao@fabrikam.example', 'Mei-Lin', 'Zhao', '', 'user', 'audits-apac;policies-group', ''],
  ['olha.s', 'olha.shevchenko@contoso.example', 'Ольга', 'Шевченко', '', '', 'audits-emea', ''],
  ['k oduya', 'k.oduya@', 'Kofi', 'Oduya', '', 'user', '', ''],
]

const csv = (...lines: readonly (readonly string[])[]) => lines.map(csvLine).join('')
const file = (content: BlobPart, name = 'northwind-joiners.csv') => new File([content], name, { type: 'text/csv' })
const joiners = () => file(csv(HEADERS, ...JOINERS))

/** So many people nobody knows yet, and one row that is refused. */
function many(count: number): string {
  const people = Array.from({ length: count }, (_, place) => [`joiner.${place}`, `joiner.${place}@contoso.example`])
  const headers = ['Username', 'Email', 'FirstName', 'LastName', 'Active']
  return csv(headers, ...people.map((cells) => [...cells, 'Some', 'Joiner', 'false']), ['x y', 'x@y.example'])
}

/** Has a file checked, as whoever imports it, and applies so much of it. */
async function checked({ rollcall, as }: World, text: string, calls = 0) {
  const actor = await as(AMARA)
  async function* bytes() {
    yield new TextEncoder().encode(text)
  }
  const columns = { 'E-Mail': 'email', Notes: null } as const
  const input = { file: bytes(), name: 'northwind-joiners.csv', ...(text.includes('E-Mail') ? { columns } : {}) }
  const { id: importId } = await rollcall.imports.previewImport(actor, input)
  for (let call = 0; call < calls; call += 1) await rollcall.imports.applyImport(actor, { importId })
  return importId
}

/** Shown from that import on. */
const from = (text: string, calls = 0) => ({
  ...hub,
  props: async (world: World) => ({ defaultImportId: await checked(world, text, calls) }),
})

const meta = {
  title: 'Imports/ImportUsersWizard',
  component: ImportUsersWizard,
  args: { onImportIdChange: fn(), onDone: fn(), viewStore: { read: () => null, write: fn() } },
  parameters: { layout: 'padded', rollcall: hub },
} satisfies Meta<typeof ImportUsersWizard>
export default meta

type Story = StoryObj<typeof meta>
type Canvas = ReturnType<typeof within>

const press = async (canvas: Canvas, name: string | RegExp) =>
  userEvent.click(await canvas.findByRole('button', { name }))

async function choose(canvas: Canvas, chosen: File) {
  await userEvent.upload(await canvas.findByLabelText('CSV file'), chosen)
  await press(canvas, 'Read file')
}

/** As far as every row judged. */
async function check(canvas: Canvas, chosen: File) {
  await choose(canvas, chosen)
  await press(canvas, 'Check the rows')
  await canvas.findByRole('heading', { name: /will be imported/ })
}

const rowOf = async (canvas: Canvas, name: RegExp) => {
  return (await canvas.findByRole('rowheader', { name })).closest('tr') as HTMLElement
}
const userOf = async ({ storage, idOf }: World, email: string) => storage.users.find(await idOf(email))

/** What is saved from now on. */
function savings() {
  const saved: { name: string; text: Promise<string> }[] = []
  const { click } = HTMLAnchorElement.prototype
  HTMLAnchorElement.prototype.click = function save() {
    saved.push({ name: this.download, text: fetch(this.href).then((answer) => answer.text()) })
  }
  return { saved, restore: () => Object.assign(HTMLAnchorElement.prototype, { click }) }
}

export const Playground: Story = {}

export const WholeWay: Story = {
  name: '[B3][B68][B69] a file is chosen, its columns named, every row judged, and exactly that applied',
  async play({ args, canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    await expect(await canvas.findByText(/Administrators who become active by this.* get a welcome mail/)).toBeVisible()
    await choose(canvas, joiners())
    await expect(await canvas.findByRole('heading', { name: 'Which column is what?' })).toHaveFocus()
    await press(canvas, 'Check the rows')
    const heading = await canvas.findByRole('heading', { name: '3 users will be imported, 1 row is refused' })
    await expect(heading).toHaveFocus()
    await expect(args.onImportIdChange).toHaveBeenLastCalledWith(expect.any(String))
    await expect(await rowOf(canvas, /Lena Vogt/)).toHaveTextContent(
      /Create.*Roles user, administrator.*Instances default/,
    )
    const jonas = await rowOf(canvas, /Jonas/)
    await expect(jonas).toHaveTextContent(/Update.*Job title iOS developer becomes Lead auditor/)
    await expect(jonas).toHaveTextContent(/Instances \+ Given training-main − Taken policies-group/)
    await expect(await rowOf(canvas, /Mei-Lin/)).toHaveTextContent('Everything already is as in the file.')
    await expect(await userOf(world, JONAS)).toMatchObject({ jobTitle: 'iOS developer' })
    await press(canvas, 'Import 3 users')
    await expect(await canvas.findByRole('heading', { name: '3 users imported, 1 row refused' })).toHaveFocus()
    await expect(canvas.getByText('1 refused in the check')).toBeVisible()
    await expect(await userOf(world, LENA)).toMatchObject({ jobTitle: 'Auditor', enabled: true })
    await expect(await userOf(world, JONAS)).toMatchObject({ jobTitle: 'Lead auditor' })
    await world.deliver()
    await expect(world.mails.linkTo(LENA)).toContain('#token=')
    await press(canvas, 'Done')
    await expect(args.onDone).toHaveBeenCalledOnce()
  },
}

export const Columns: Story = {
  name: '[B22][B62] exact names match by themselves, a near one is a guess, the rest is left out or an attribute',
  args: { viewStore: { read: fn(() => null), write: fn() } },
  async play({ args, canvas }) {
    await choose(canvas, joiners())
    const becomes = (column: string) => canvas.findByRole('combobox', { name: `What ${column} becomes` })
    await expect(await becomes('FirstName')).toHaveDisplayValue('First name')
    await expect(await becomes('FirstName')).toHaveAccessibleDescription('Exact')
    await expect(await becomes('E-Mail')).toHaveDisplayValue('Email')
    await expect(await becomes('E-Mail')).toHaveAccessibleDescription('Guessed')
    await expect(await becomes('Notes')).toHaveDisplayValue('Left out')
    await expect(canvas.getByRole('row', { name: /FirstName/ })).toHaveTextContent('Lena, Jonas, Mei-Lin')
    await userEvent.selectOptions(await becomes('Notes'), 'Email')
    await expect(await becomes('Notes')).toHaveAccessibleDescription('Chosen twice')
    const go = canvas.getByRole('button', { name: 'Check the rows' })
    await expect(go).toHaveAttribute('aria-disabled', 'true')
    await expect(go).toHaveAccessibleDescription(/Two columns cannot become the same/)
    await userEvent.selectOptions(await becomes('Notes'), 'Attribute Cost centre')
    await userEvent.click(go)
    await expect(await rowOf(canvas, /Lena Vogt/)).toHaveTextContent('Attribute Cost centre from Hamburg')
    const kept = '"E-Mail":"email"'
    await expect(args.viewStore?.write).toHaveBeenCalledWith(expect.any(String), expect.stringContaining(kept))
  },
}

const LAST_TIME = JSON.stringify({ Notes: 'attr:costCentre', JobTitle: null })

export const ColumnsRemembered: Story = {
  name: 'what columns became the last time, they become again',
  args: { viewStore: { read: () => LAST_TIME, write: fn() } },
  async play({ canvas }) {
    await choose(canvas, joiners())
    const notes = await canvas.findByRole('combobox', { name: 'What Notes becomes' })
    await expect(notes).toHaveDisplayValue('Attribute Cost centre')
    await expect(notes).toHaveAccessibleDescription('As last time')
    await expect(canvas.getByRole('combobox', { name: 'What JobTitle becomes' })).toHaveDisplayValue('Left out')
  },
}

export const KeyMissing: Story = {
  name: '[B62] a column that must be there is asked for, and mended without choosing the file again',
  async play({ canvas }) {
    await choose(
      canvas,
      file(csv(['Login name', 'Email', 'FirstName', 'LastName'], ['lena.vogt', LENA, 'Lena', 'Vogt'])),
    )
    await press(canvas, 'Check the rows')
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Line 1: The column “Username” is missing.')
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'What Login name becomes' }), 'Username')
    await press(canvas, 'Check the rows')
    await expect(await canvas.findByRole('heading', { name: '1 user will be imported' })).toBeVisible()
  },
}

export const Dropped: Story = {
  name: 'a file is dropped, shown with its size, and taken away again',
  async play({ canvas }) {
    const area = (await canvas.findByText(/Drop a CSV file here/)).parentElement as HTMLElement
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(joiners())
    const drag = (kind: string) =>
      fireEvent(area, new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }))
    await drag('dragover')
    await expect(area).toHaveAttribute('data-state', 'over')
    await drag('drop')
    await expect(canvas.getByText('northwind-joiners.csv')).toBeVisible()
    await expect(canvas.getByText(/^\d+ byte$/)).toBeVisible()
    await press(canvas, 'Remove northwind-joiners.csv')
    await expect(canvas.queryByText('northwind-joiners.csv')).not.toBeInTheDocument()
    await expect(canvas.queryByRole('button', { name: 'Read file' })).not.toBeInTheDocument()
  },
}

const unreadable = (content: BlobPart, sentence: string): Story => ({
  async play({ canvas }) {
    await choose(canvas, file(content, 'users.csv'))
    await expect(await canvas.findByRole('alert')).toHaveTextContent(sentence)
  },
})

const utf16 = (text: string) => new Uint8Array([0xff, 0xfe, ...[...text].flatMap((each) => [each.charCodeAt(0), 0])])

export const Semicolons: Story = {
  ...unreadable('Username;Email\r\nlena.vogt;lena@x.example\r\n', 'The columns are not separated by commas.'),
  name: '[B63] semicolons instead of commas are told, with the line',
}

export const NotUtf8: Story = {
  ...unreadable(utf16('Username,Email\r\n'), 'This is not UTF-8 text. In Excel: Save as, “CSV UTF-8”.'),
  name: '[B61] another encoding is told, with what to do',
}

export const DoubledHeader: Story = {
  ...unreadable('Username,Email,Email\r\na,b,c\r\n', 'Line 1, column 3: The column “Email” is there twice.'),
  name: '[B62] a header that is there twice is told, with line and column',
}

export const UnclosedQuote: Story = {
  name: 'a quotation mark that never closes is told after the columns, with line and column',
  async play({ canvas }) {
    await choose(canvas, file('Username,Email\r\nlena.vogt,lena@x.example\r\nkofi,"k@x.example\r\n'))
    await press(canvas, 'Check the rows')
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/Line 3, column 2: A quotation mark opens here/)
    await press(canvas, 'Back')
    await expect(await canvas.findByText('northwind-joiners.csv')).toBeVisible()
    await expect(canvas.queryByRole('alert')).not.toBeInTheDocument()
  },
}

const WRONG = csv(
  ['Username', 'Email', 'FirstName', 'LastName', 'AssignedRole', 'ProductInstances', 'PreferredLanguage', 'Active'],
  ['k oduya', 'k.oduya@', 'Kofi', 'N.', 'user', '', '', ''],
  ['', 'nobody@contoso.example', 'Nobody', 'N.', 'user', '', '', ''],
  ['ana.l', 'ana@contoso.example', 'Ana', 'N.', 'Emperor', 'nowhere', '12', 'maybe'],
  ['bea.m', JONAS, 'Bea', 'N.', 'user', '', '', ''],
  ['cid.n', 'cid@contoso.example', 'Cid', 'N.', 'user', 'audits-emea', '', 'true'],
  ['CID.N', 'cid.n@contoso.example', 'Cid again', 'N.', 'user', '', '', ''],
)

export const EveryKindOfProblem: Story = {
  name: 'each refusal is a sentence with its code, and rows are narrowed to those refused',
  parameters: { rollcall: from(WRONG) },
  async play({ canvas }) {
    await canvas.findByRole('heading', { name: '1 user will be imported, 5 rows are refused' })
    const refused = await canvas.findByRole('button', { name: 'Refused 5' })
    await userEvent.click(refused)
    await expect(refused).toHaveAttribute('aria-pressed', 'true')
    await waitFor(() => expect(canvas.getAllByRole('rowheader')).toHaveLength(5))
    const kofi = await rowOf(canvas, /Kofi/)
    await expect(kofi).toHaveTextContent('Username: Spaces are not allowed here. contains-space')
    await expect(kofi).toHaveTextContent('Email: This is not valid. invalid')
    await expect(await rowOf(canvas, /Nobody/)).toHaveTextContent('Username: This is needed. required')
    const ana = await rowOf(canvas, /Ana/)
    await expect(ana).toHaveTextContent('PreferredLanguage: This is not a language. not-a-language')
    await expect(ana).toHaveTextContent('Active: This is not valid. invalid')
    await expect(await rowOf(canvas, /Bea/)).toHaveTextContent('This address already has an account. email-in-use')
    await expect(await rowOf(canvas, /Cid again/)).toHaveTextContent('The same is in row 6 already.')
    await userEvent.click(canvas.getByRole('button', { name: 'No change 0' }))
    await expect(await canvas.findByText('No such rows')).toBeVisible()
  },
}

export const NothingToImport: Story = {
  parameters: { rollcall: from(csv(HEADERS, JOINERS[2] ?? [])) },
  async play({ canvas }) {
    await expect(await canvas.findByRole('heading', { name: '0 users will be imported' })).toBeVisible()
    await expect(canvas.getByText('There is nothing to import in this file.')).toBeVisible()
    await expect(canvas.queryByRole('button', { name: /^Import/ })).not.toBeInTheDocument()
  },
}

export const Pages: Story = {
  name: 'rows stand on pages, forth and back',
  parameters: { rollcall: from(many(60)) },
  async play({ canvas }) {
    await expect(await canvas.findByText('Rows 2–51')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Previous' })).toHaveAttribute('aria-disabled', 'true')
    await press(canvas, 'Next')
    await expect(await canvas.findByText('Rows 52–62')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Next' })).toHaveAttribute('aria-disabled', 'true')
    await press(canvas, 'Previous')
    await expect(await canvas.findByText('Rows 2–51')).toBeVisible()
  },
}

export const Paused: Story = {
  name: 'an import that was left goes on from where it stopped, by its id',
  parameters: { rollcall: from(many(2_010), 1) },
  async play({ canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    await canvas.findByRole('heading', { name: 'The import of 2,010 users is paused' })
    await expect(canvas.getByRole('progressbar', { name: 'Import' })).toHaveAttribute('aria-valuenow', '2000')
    await expect(canvas.getByText('2,000 of 2,010 rows')).toBeVisible()
    await press(canvas, 'Go on')
    await expect(await canvas.findByRole('heading', { name: '2,010 users imported, 1 row refused' })).toHaveFocus()
    await expect(await world.idOf('joiner.2009@contoso.example')).toEqual(expect.any(String))
  },
}

export const Pausing: Story = {
  name: 'pausing waits for what is on its way, calls for no more, and goes on when asked to',
  parameters: { rollcall: { ...from(many(2_010)), latency: 400 } },
  async play({ canvas }) {
    await press(canvas, /^Import 2,010 users$/)
    await canvas.findByRole('heading', { name: 'Importing 2,010 users' })
    await press(canvas, 'Pause')
    await expect(canvas.getByRole('button', { name: 'Pausing' })).toHaveAttribute('aria-disabled', 'true')
    await canvas.findByRole('heading', { name: 'The import of 2,010 users is paused' }, { timeout: 20_000 })
    await expect(canvas.getByText('2,000 of 2,010 rows')).toBeVisible()
    await press(canvas, 'Go on')
    await canvas.findByRole('heading', { name: '2,010 users imported, 1 row refused' })
  },
}

export const Stopped: Story = {
  name: 'a call that fails stops the import with the reason, and it can go on',
  parameters: { rollcall: { ...from(csv(HEADERS, ...JOINERS)), fail: { 'imports.applyImport': 'unavailable' } } },
  async play({ canvas }) {
    await press(canvas, 'Import 3 users')
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/The server did not answer as it should/)
  },
}

export const Rejected: Story = {
  name: 'rows that were refused, in the check and since, are one file to mend and import again',
  parameters: {
    rollcall: {
      ...hub,
      async props(world: World) {
        const importId = await checked(world, csv(HEADERS, ...JOINERS))
        const jonas = await userOf(world, JONAS)
        await world.rollcall.users.editUser(await world.as(AMARA), {
          userId: jonas?.id ?? '',
          version: jonas?.version ?? 0,
          jobTitle: 'Painter',
        })
        return { defaultImportId: importId }
      },
    },
  },
  async play({ canvas }) {
    const { saved, restore } = savings()
    try {
      await press(canvas, 'Import 3 users')
      await canvas.findByRole('heading', { name: '2 users imported, 2 rows refused' })
      await expect(canvas.getByText(/1 refused in the check, 1 refused while it ran/)).toBeVisible()
      await press(canvas, 'Download 2 refused rows')
      await waitFor(() => expect(saved).toHaveLength(1))
    } finally {
      restore()
    }
    await expect(saved[0]?.name).toBe('northwind-joiners-refused.csv')
    const [head, ...lines] = (await saved[0]?.text)?.trim().split('\r\n') ?? []
    await expect(head).toBe([...HEADERS, 'RefusedBecause'].join(','))
    await expect(lines).toHaveLength(2)
    await expect(lines[0]).toMatch(/^jonas\.lindqvist,.*import-stale$/)
    await press(canvas, 'Import another file')
    await expect(await canvas.findByRole('heading', { name: 'Import users' })).toHaveFocus()
  },
}

export const Template: Story = {
  name: 'a template has every column there is here',
  async play({ canvas }) {
    const { saved, restore } = savings()
    try {
      const link = await canvas.findByRole('button', { name: 'Template with all columns' })
      await waitFor(() => expect(link).toHaveAttribute('aria-disabled', 'false'))
      await userEvent.click(link)
      await waitFor(() => expect(saved).toHaveLength(1))
    } finally {
      restore()
    }
    await expect(await saved[0]?.text).toMatch(/^Username,Email,FirstName,.*,attr:costCentre\r\n$/)
  },
}

function Kept(props: ImportUsersWizardProps) {
  const [importId, setImportId] = useState(props.importId ?? null)
  return <ImportUsersWizard {...props} importId={importId} onImportIdChange={setImportId} />
}

export const Controlled: Story = {
  name: 'the host keeps which import is shown; Back leads to the columns again',
  render: (args) => <Kept {...args} />,
  async play({ canvas }) {
    await check(canvas, joiners())
    await press(canvas, 'Back')
    await expect(await canvas.findByText('northwind-joiners.csv')).toBeVisible()
    await check(canvas, joiners())
  },
}

export const Loading: Story = {
  args: { defaultImportId: '0197682f-5c00-7000-8000-000000000000' },
  parameters: { rollcall: { ...hub, latency: 'infinite' } },
}

export const NotFound: Story = {
  args: { defaultImportId: '0197682f-5c00-7000-8000-000000000000' },
  async play({ canvas }) {
    await expect(await canvas.findByText('This import is not kept any more')).toBeVisible()
    await press(canvas, 'Import another file')
    await expect(await canvas.findByRole('heading', { name: 'Import users' })).toBeVisible()
  },
}

export const Unreachable: Story = {
  args: { defaultImportId: '0197682f-5c00-7000-8000-000000000000' },
  parameters: { rollcall: { ...hub, fail: { 'imports.getImport': 'unavailable' } } },
  async play({ canvas }) {
    await expect(await canvas.findByText('The import did not load')).toBeVisible()
  },
}

export const Refused: Story = {
  name: 'whoever may not import is told so',
  parameters: { rollcall: { ...hub, as: OSCAR } },
  async play({ canvas }) {
    await expect(await canvas.findByText('You may not import users')).toBeVisible()
    await expect(canvas.queryByLabelText('CSV file')).not.toBeInTheDocument()
  },
}

export const German: Story = {
  globals: { locale: 'de' },
  parameters: { rollcall: from(csv(HEADERS, ...JOINERS)) },
  async play({ canvas }) {
    const title = '3 Benutzer werden importiert, 1 Zeile wird abgelehnt'
    await expect(await canvas.findByRole('heading', { name: title })).toBeVisible()
    await expect(await rowOf(canvas, /Kofi/)).toHaveTextContent('Username: Leerzeichen sind hier nicht erlaubt.')
  },
}

export const Narrow: Story = {
  decorators: [(Story) => <div style={{ inlineSize: 360 }}>{Story()}</div>],
  parameters: { rollcall: from(csv(HEADERS, ...JOINERS)) },
}

export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  parameters: { rollcall: from(csv(HEADERS, ...JOINERS)) },
}
