import { directory } from '@rollcall/core/presets'
import { defineAttributes } from '@rollcall/core/rules'
import { createWorld, PASSWORD, scenarios, type World } from '@rollcall/testing'
import { type Visit, visit } from './visit.ts'

export const amara = { email: 'amara.okafor@northwind.example', username: 'amara.okafor', name: 'Amara Okafor' }
export const tomasz = { email: 'tomasz.wojcik@northwind.example', username: 'tomasz.wojcik', name: 'Tomasz Wójcik' }
export const oscar = { email: 'oscar.delafuente@fabrikam.example', username: 'oscar' }
export const meilin = { email: 'meilin.zhao@fabrikam.example', username: 'meilin.zhao' }
/** Whoever is set up in a test. */
export const lena = {
  email: 'lena.vogt@northwind.example',
  username: 'lena.vogt',
  firstName: 'Lena',
  lastName: 'Vogt',
} as const

const SSO = { id: 'northwind-sso', name: 'Northwind SSO', domains: [], startUrl: '/sso/northwind' }

/** A compliance hub: two administrators, users; apps, and instances of them. */
export interface ProductHub {
  readonly world: World
  /** Amara, who is an administrator. */
  readonly admin: Visit
  /** A browser of whoever has that address, freshly signed in. */
  as(person: { readonly email: string }): Promise<Visit>
  /** The id of whoever has that address, as calls take it. */
  who(person: { readonly email: string }): Promise<{ readonly userId: string }>
  /** Id and version of whoever has that address, as calls that change them take them. */
  seen(person: { readonly email: string }): Promise<{ readonly userId: string; readonly version: number }>
  /** Chooses the password with the welcome last mailed to that address; answers its new owner's browser. */
  register(person: typeof lena): Promise<Visit>
}

/** The hub of the stories, with a provider of single sign-on and a field of the host's that is not for the screen. */
export async function productHub(): Promise<ProductHub> {
  const world = createWorld({
    policy: { ...directory, signIn: { ...directory.signIn, providers: [SSO] } },
    attributes: defineAttributes({ costCentre: { label: 'Cost centre', type: 'text', screen: 'hidden' } }),
  })
  await scenarios.productHub(world)
  const as = async ({ email }: { readonly email: string }) => visit(world, await world.signIn(email))
  const admin = await as(amara)
  const who = async ({ email }: { readonly email: string }) => ({ userId: await world.idOf(email) })
  const seen = async (person: { readonly email: string }) => {
    const user = await world.storage.users.find(await world.idOf(person.email))
    if (!user) throw new Error(`${person.email} has gone.`)
    return { userId: user.id, version: user.version }
  }
  const register = async ({ email, username, firstName, lastName }: typeof lena) => {
    const token = new URL(world.mails.linkTo(email)).hash.replace('#token=', '')
    const browser = visit(world)
    await browser.client.invitations.registerUser({ token, password: PASSWORD, firstName, lastName })
    await browser.client.signIn.signIn({ identifier: username, password: PASSWORD })
    return browser
  }
  return { world, admin, as, who, seen, register }
}
