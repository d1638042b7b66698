import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createWorld, type World } from '@rollcall/testing'
import type { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Bindings } from '../caller.ts'
import { keepEvents } from '../events.ts'
import { appRoutes } from './app-routes.ts'
import { type App, type Apps, openApps } from './apps.ts'
import { policy } from './policy.ts'

const amara = { email: 'amara.okafor@northwind.example', firstName: 'Amara', lastName: 'Okafor' }
const meilin = { email: 'meilin.zhao@fabrikam.example', firstName: 'Mei-Lin', lastName: 'Zhao' }
const huda = { email: 'huda.elsayed@contoso.example', firstName: 'هدى', lastName: 'السيد' }
const FIELD_NOTES: App = { id: 'app-field-notes', name: 'Field Notes', platform: 'ios', summary: '', builds: [] }
const wish = { name: 'Tide Tables', platform: 'android', summary: 'High water, low water.' }

let folder: string
let world: World
let apps: Apps
let routes: Hono<{ Bindings: Bindings }>
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'apps-'))
  apps = openApps(join(folder, 'apps.json'))
  const events = keepEvents(({ type, userId }) => {
    if (type === 'user.deleted') apps.forgetPerson(userId)
  })
  world = createWorld({ policy, events: events.sink })
  routes = appRoutes(world.rollcall, apps)
  apps.add(FIELD_NOTES)
  await world.rollcall.resources.put({ id: FIELD_NOTES.id, type: 'app', name: FIELD_NOTES.name })
  await world.createOwner(amara)
  await world.invite(amara.email, meilin.email, [{ role: 'publisher', scope: null }])
  await world.invite(amara.email, huda.email, [{ role: 'developer', scope: FIELD_NOTES.id }])
  await world.register(meilin)
  await world.register(huda)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const origin = () => world.rollcall.baseUrl.origin
async function call(path: string, headers: Record<string, string>, body?: object): Promise<Response> {
  const init = body ? { method: 'POST', body: JSON.stringify(body) } : {}
  return routes.request(path, { ...init, headers }, { clientAddress: null })
}
const cookie = async (email: string) => ({ cookie: `__Host-rollcall=${await world.signIn(email)}`, origin: origin() })

async function token(email: string): Promise<{ id: string; authorization: string }> {
  const { id, token } = await world.rollcall.apiTokens.createToken(await world.as(amara.email), {
    userId: await world.idOf(email),
  })
  return { id, authorization: `Bearer ${token}` }
}

describe('the app store’s own routes', () => {
  it('[A48] [A49] show and take what the caller’s roles reach, the host’s rights among them', async () => {
    const seen = async (email: string) => ((await (await call('/', await cookie(email))).json()) as App[]).length
    expect((await call('/', await cookie(meilin.email), wish)).status).toBe(201)
    expect([await seen(meilin.email), await seen(huda.email)]).toEqual([2, 1])
    expect(await (await call('/', {})).json()).toEqual([])

    expect((await call('/', await cookie(huda.email), wish)).status).toBe(403)
    expect((await call('/', {}, wish)).status).toBe(401)
    expect((await call('/', await cookie(meilin.email), { ...wish, name: ' ' })).status).toBe(400)
    expect((await call(`/${FIELD_NOTES.id}/upload`, await cookie(meilin.email), { version: '1' })).status).toBe(403)
    const other = apps.all()[1]?.id
    expect((await call(`/${other}/upload`, await cookie(huda.email), { version: '1' })).status).toBe(404)
  })

  it('[A51] make whoever creates an app its owner, who invites to it from then on', async () => {
    const app: App = await (await call('/', await cookie(meilin.email), wish)).json()
    const actor = await world.as(meilin.email)
    expect(world.rollcall.access.can(actor, 'invitations.send', { type: 'app', id: app.id })).toBe(true)
    expect(world.rollcall.access.can(actor, 'invitations.send', { type: 'app', id: FIELD_NOTES.id })).toBe(false)
    await world.invite(meilin.email, 'lena.vogt@northwind.example', [{ role: 'developer', scope: app.id }])
    expect(
      openApps(join(folder, 'apps.json'))
        .all()
        .map(({ name }) => name),
    ).toEqual(['Field Notes', 'Tide Tables'])
  })

  it('[A37] [A45] take uploads by API token until it is revoked, and by no cookie of another site', async () => {
    const path = `/${FIELD_NOTES.id}/upload`
    const { id, ...bearer } = await token(huda.email)
    expect((await call(path, bearer, { version: '4.3.0' })).status).toBe(201)
    expect((await call(path, bearer, { version: 'latest' })).status).toBe(400)
    expect(apps.all()[0]?.builds.map(({ version, by }) => [version, by?.name])).toEqual([['4.3.0', 'هدى السيد']])

    const foreign = { ...(await cookie(huda.email)), origin: 'https://elsewhere.example' }
    expect((await call(path, foreign, { version: '4.3.1' })).status).toBe(401)
    await world.rollcall.apiTokens.revokeToken(await world.as(amara.email), {
      userId: await world.idOf(huda.email),
      tokenId: id,
    })
    expect((await call(path, bearer, { version: '4.3.1' })).status).toBe(401)
    expect(apps.all()[0]?.builds).toHaveLength(1)
  })

  it('[A39] keep the builds of somebody deleted, without their name', async () => {
    await call(`/${FIELD_NOTES.id}/upload`, await cookie(huda.email), { version: '4.3.0' })
    const admin = await world.as(amara.email)
    const userId = await world.idOf(huda.email)
    const { version } = await world.rollcall.users.getUser(admin, { userId })
    await world.rollcall.users.deleteUser(admin, { userId, version })
    await world.deliver()
    expect(apps.all()[0]?.builds).toMatchObject([{ version: '4.3.0', by: null }])
  })
})
