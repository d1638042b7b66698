import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ladder } from '@rollcall/core/presets'
import { createWorld, type World } from '@rollcall/testing'
import type { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Bindings } from '../caller.ts'
import { surveyRoutes } from './survey-routes.ts'
import { openSurveys, type Survey, type Surveys } from './surveys.ts'

const tomasz = { email: 'tomasz.wojcik@northwind.example', firstName: 'Tomasz', lastName: 'Wójcik' }
const amara = { email: 'amara.okafor@northwind.example', firstName: 'Amara', lastName: 'Okafor' }
const kwame = { email: 'kwame.mensah@contoso.example', firstName: 'Kwame', lastName: 'Mensah' }
const noor = { email: 'noor.haddad@contoso.example', firstName: 'Noor', lastName: 'Haddad' }
const PULSE: Survey = {
  id: 'survey-pulse',
  name: 'Pulse',
  introduction: 'Four questions.',
  questions: 4,
  state: 'draft',
  answers: 12,
}

let folder: string
let world: World
let surveys: Surveys
let routes: Hono<{ Bindings: Bindings }>
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'surveys-'))
  surveys = openSurveys(join(folder, 'surveys.json'))
  world = createWorld({ policy: ladder })
  routes = surveyRoutes(world.rollcall, surveys)
  surveys.add(PULSE)
  await world.rollcall.resources.put({ id: PULSE.id, type: 'survey', name: PULSE.name })
  await world.createOwner(tomasz)
  const on = (role: string) => ({ role, scope: PULSE.id })
  const everywhere = (role: string) => ({ role, scope: null })
  await world.invite(tomasz.email, amara.email, [everywhere('survey-creator')])
  await world.invite(tomasz.email, kwame.email, [everywhere('template-user'), on('researcher')])
  await world.invite(tomasz.email, noor.email, [everywhere('minimal-user'), on('limited')])
  for (const person of [amara, kwame, noor]) await world.register(person)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function call(as: string, method: string, path: string, body?: object): Promise<Response> {
  const headers = { cookie: `__Host-rollcall=${await world.signIn(as)}`, origin: world.rollcall.baseUrl.origin }
  return routes.request(path, { method, headers, ...(body && { body: JSON.stringify(body) }) }, { clientAddress: null })
}
const status = async (...args: Parameters<typeof call>) => (await call(...args)).status
const seenBy = async (as: string): Promise<Survey[]> => (await call(as, 'GET', '/')).json()

describe('the survey platform’s own routes', () => {
  it('[C12] [C66] show what roles on surveys reach, and all of it to whoever reaches every survey', async () => {
    expect(await seenBy(tomasz.email)).toEqual([PULSE])
    expect(await seenBy(kwame.email)).toEqual([PULSE])
    const { answers: _, ...withoutResults } = PULSE
    expect(await seenBy(noor.email)).toEqual([withoutResults])
    expect(await seenBy(amara.email)).toEqual([])
  })

  it('[C66] take a change from whoever may make it, and tell nobody else that the survey is there', async () => {
    const path = `/${PULSE.id}`
    expect(await status(amara.email, 'PATCH', path, { name: 'Hers' })).toBe(404)
    expect(await status(noor.email, 'PATCH', path, { name: 'Hers' })).toBe(403)
    expect(await status(kwame.email, 'POST', `${path}/publish`)).toBe(403)
    expect(await status(kwame.email, 'PATCH', path, { name: 'Pulse, spring' })).toBe(200)
    expect(await status(kwame.email, 'PATCH', path, { name: ' ' })).toBe(400)
    expect(await status(tomasz.email, 'POST', `${path}/publish`)).toBe(200)
    expect(surveys.all()).toEqual([{ ...PULSE, name: 'Pulse, spring', state: 'live' }])
  })

  it('[C56] let each rank make what it may, and whoever makes a survey be its maker', async () => {
    expect(await status(noor.email, 'POST', '/', { name: 'Mine', template: 'event-feedback' })).toBe(403)
    expect(await status(kwame.email, 'POST', '/', { name: 'Mine' })).toBe(403)
    expect(await status(kwame.email, 'POST', '/', { name: 'Mine', template: 'event-feedback' })).toBe(201)
    expect(await status(amara.email, 'POST', '/', { name: 'Hers' })).toBe(201)
    const made = surveys.all().find(({ name }) => name === 'Mine')
    expect(await status(kwame.email, 'POST', `/${made?.id}/publish`)).toBe(200)
    expect(await status(amara.email, 'POST', `/${made?.id}/publish`)).toBe(404)
  })

  it('[C22] [C67] write changes into the audit, with both names while one acts as the other', async () => {
    const { session } = await world.rollcall.impersonation.startImpersonation(await world.as(amara.email), {
      userId: await world.idOf(kwame.email),
      reason: 'He cannot save the introduction.',
    })
    if (session === null || session === 'closed') throw new Error('Acting as Kwame opened no session.')
    const headers = { cookie: `__Host-rollcall=${session.token}`, origin: world.rollcall.baseUrl.origin }
    const body = JSON.stringify({ introduction: 'Five questions.' })
    const answer = await routes.request(`/${PULSE.id}`, { method: 'PATCH', headers, body }, { clientAddress: null })
    expect(answer.status).toBe(200)
    const { items } = await world.rollcall.audit.listEntries(await world.as(tomasz.email), {})
    const entry = (action: string) => items.find((each) => each.action === action)
    const both = { real: { name: 'Amara Okafor' }, effective: { name: 'Kwame Mensah' } }
    expect(entry('surveys.edit')).toMatchObject({ ...both, target: { name: 'Pulse' } })
    expect(JSON.stringify(entry('surveys.edit'))).toContain('Five questions.')
    expect(entry('impersonation.request')).toMatchObject(both)
    expect(JSON.stringify(entry('impersonation.request'))).toContain(`PATCH /${PULSE.id}`)
  })
})
