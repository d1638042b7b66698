/** Somebody who was seeded, as the scenario tells of them. */
export interface Seeded {
  readonly email: string
  readonly role: string
  readonly organization: string | null
  readonly status: 'confirmed' | 'locked' | 'dormant' | 'deactivated' | 'not-confirmed' | 'invitation-expired'
}

const person = (
  email: string,
  role: string,
  status: Seeded['status'] = 'confirmed',
  organization: string | null = email.split('@')[1] ?? null,
): Seeded => ({ email, role, organization, status })

/** Everybody no other test changes; by hand, from the scenario. */
export const SEEDED_PEOPLE: readonly Seeded[] = [
  person('tomasz.wojcik@northwind.example', 'system-administrator'),
  person('yael.cohen@contoso.example', 'system-administrator'),
  person('jonas.lindqvist@northwind.example', 'superuser', 'locked'),
  person('rana.alkhatib@fabrikam.example', 'superuser'),
  person('misaki.tanaka@fabrikam.example', 'team-leader'),
  person('meilin.zhao@fabrikam.example', 'team-leader'),
  person('amara.okafor@northwind.example', 'survey-creator'),
  person('p.antoniou@fabrikam.example', 'survey-creator'),
  person('r.patel@contoso.example', 'survey-creator', 'invitation-expired'),
  person('elif.yilmaz@northwind.example', 'standard-user'),
  person('huda.elsayed@contoso.example', 'standard-user'),
  person('priya.raman@contoso.example', 'standard-user', 'deactivated'),
  person('oscar.delafuente@fabrikam.example', 'standard-user', 'dormant'),
  person('new.analyst@northwind.example', 'standard-user', 'not-confirmed'),
  person('kwame.mensah@contoso.example', 'template-user'),
  person('maximiliane.wolfeschlegelsteinhausenbergerdorff@north-european-logistics.northwind.example', 'template-user'),
  person('noor_haddad@gmail.com', 'minimal-user', 'confirmed', null),
  person('thandiwe.dlamini@northwind.example', 'minimal-user'),
]

/** Those other tests change, or bring in themselves: what may be done to them is theirs to test. */
export const CHANGING = [
  'ines.duarte@wingtip.example',
  'silvia.conti@fabrikam.example',
  'pavel.hruby@contoso.example',
  'bao.tran@fabrikam.example',
  'vera.novak@contoso.example',
]
