import { scenarios, type World } from '@rollcall/testing'

/** Who is shown on the front page, and what one can see as them. */
const SHOWN = [
  {
    email: 'amara.okafor@northwind.example',
    name: 'Amara Okafor',
    note: 'Administrator: users, apps and instances, settings',
  },
  {
    email: 'tomasz.wojcik@northwind.example',
    name: 'Tomasz Wójcik',
    note: 'Administrator: reaches everybody, Amara included; uses two instances',
  },
  {
    email: 'oscar.delafuente@fabrikam.example',
    name: 'Óscar de la Fuente y Montenegro',
    note: 'User: three instances of three apps',
  },
  { email: 'huda.elsayed@contoso.example', name: 'هدى السيد', note: 'User, with a user name in Arabic' },
  { email: 'yael.cohen@contoso.example', name: 'יעל כהן', note: 'User by default: was given no role and no instance' },
]

/** A year of a compliance hub, told through the real operations. */
export async function seed(world: World) {
  await scenarios.productHub(world)
  return SHOWN
}
