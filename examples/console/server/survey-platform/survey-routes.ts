import { randomUUID } from 'node:crypto'
import type { Rollcall, UserActor } from '@rollcall/core'
import { type Context, Hono } from 'hono'
import { bodyOf } from '../body.ts'
import { type Bindings, callerOf } from '../caller.ts'
import type { Survey, Surveys } from './surveys.ts'

type Call = Context<{ Bindings: Bindings }>

/** What a survey can begin from, beside nothing. */
const TEMPLATES: Readonly<Record<string, Pick<Survey, 'introduction' | 'questions'>>> = {
  'customer-satisfaction': { introduction: 'How was it? Six questions, two minutes.', questions: 6 },
  'event-feedback': { introduction: 'Tell us about the day.', questions: 9 },
}

const FROM_NOTHING = { introduction: '', questions: 0 }

/**
 * The survey platform's own routes. Who calls and what they may is Rollcall's to answer. What changes goes into Rollcall's
 * audit: while somebody acts as somebody else, with both names.
 */
export function surveyRoutes(rollcall: Rollcall, surveys: Surveys): Hono<{ Bindings: Bindings }> {
  const routes = new Hono<{ Bindings: Bindings }>()
  const may = (caller: UserActor, right: string, id: string) =>
    rollcall.access.can(caller, right, { type: 'survey', id })

  routes.get('/', async (c) => {
    const caller = await callerOf(rollcall, c)
    if (caller.kind !== 'user') return c.json({ error: 'not-signed-in' }, 401)
    const seen = surveys.all().filter(({ id }) => may(caller, 'survey.view', id))
    return c.json(seen.map((survey) => (may(caller, 'survey.report', survey.id) ? survey : without(survey))))
  })

  routes.post('/', async (c) => {
    const caller = await callerOf(rollcall, c)
    if (caller.kind !== 'user') return c.json({ error: 'not-signed-in' }, 401)
    const { template, ...body } = await bodyOf(c.req.raw)
    const right = template === undefined ? 'surveys.create' : 'surveys.createFromTemplate'
    if (!rollcall.access.can(caller, right)) return c.json({ error: 'not-allowed' }, 403)
    const beginning = template === undefined ? FROM_NOTHING : TEMPLATES[String(template)]
    const name = textOf(body.name, 80)
    if (!beginning || !name) return c.json({ error: 'invalid-input' }, 400)
    const survey: Survey = { id: `survey-${randomUUID().slice(0, 8)}`, name, ...beginning, state: 'draft', answers: 0 }
    await register(survey, caller)
    return c.json(survey, 201)
  })

  routes.patch('/:id', (c) =>
    change(c, 'survey.edit', 'surveys.edit', async (survey) => {
      const body = await bodyOf(c.req.raw)
      const name = textOf(body.name ?? survey.name, 80)
      const introduction = textOf(body.introduction ?? survey.introduction, 400)
      return name && introduction !== null ? { name, introduction } : null
    }),
  )
  routes.post('/:id/publish', (c) => change(c, 'survey.field', 'surveys.publish', () => ({ state: 'live' })))
  routes.post('/:id/close', (c) => change(c, 'survey.field', 'surveys.close', () => ({ state: 'closed' })))

  /** Who may not see a survey is told that there is none. */
  async function change(
    c: Call,
    right: string,
    action: string,
    wish: (survey: Survey) => Promise<Partial<Survey> | null> | Partial<Survey>,
  ) {
    const caller = await callerOf(rollcall, c)
    if (caller.kind !== 'user') return c.json({ error: 'not-signed-in' }, 401)
    const survey = surveys.all().find(({ id }) => id === c.req.param('id'))
    if (!survey || !may(caller, 'survey.view', survey.id)) return c.json({ error: 'not-found' }, 404)
    if (!may(caller, right, survey.id)) return c.json({ error: 'not-allowed' }, 403)
    const wished = await wish(survey)
    if (!wished) return c.json({ error: 'invalid-input' }, 400)
    const { id, name } = survey
    surveys.change(id, wished)
    if (wished.name !== undefined) await rollcall.resources.put({ id, type: 'survey', name: wished.name })
    await rollcall.audit.record(caller, { action, target: { id, name }, changes: changesOf(survey, wished) })
    return c.json({ ...survey, ...wished })
  }

  /** Whoever makes a survey is its maker: the host gives the role itself, nobody else may yet. */
  async function register(survey: Survey, caller: UserActor) {
    const { id, name } = survey
    const host = rollcall.host('survey platform')
    const userId = caller.effective.user.id
    await rollcall.resources.put({ id, type: 'survey', name })
    try {
      const { version } = await rollcall.users.getUser(host, { userId })
      await rollcall.access.setGrants(host, { userId, scope: id, roles: ['maker'], version })
    } catch (error) {
      await rollcall.resources.remove(id)
      throw error
    }
    surveys.add(survey)
    await rollcall.audit.record(caller, { action: 'surveys.create', target: { id, name } })
  }

  return routes
}

/** A survey as somebody sees it who may not read its results. */
const without = ({ answers: _, ...survey }: Survey) => survey

/** A line of text no longer than that; null for anything else. */
function textOf(value: unknown, max: number): string | null {
  const text = typeof value === 'string' ? value.trim() : null
  return text !== null && text.length <= max ? text : null
}

type Change = readonly [old: string, now: string]

function changesOf(before: Survey, wished: Partial<Survey>): Record<string, Change> {
  const fields = Object.entries(wished) as [keyof Survey, string][]
  return Object.fromEntries(
    fields.flatMap(([field, now]): [string, Change][] =>
      before[field] === now ? [] : [[field, [String(before[field]), now]]],
    ),
  )
}
