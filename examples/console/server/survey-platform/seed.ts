import { RefusedError } from '@rollcall/core'
import { type Profile, scenarios, type World } from '@rollcall/testing'
import type { Surveys } from './surveys.ts'

/** Who is shown on the front page, the highest rank first, and what one can see as them. */
const SHOWN = [
  {
    email: 'tomasz.wojcik@northwind.example',
    name: 'Tomasz Wójcik',
    note: 'System Administrator: stands above all but his equal',
  },
  {
    email: 'rana.alkhatib@fabrikam.example',
    name: 'Rana Al-Khatib',
    note: 'Superuser: reaches every survey, unlocks and reactivates, reads the audit',
  },
  {
    email: 'misaki.tanaka@fabrikam.example',
    name: '美咲 田中',
    note: 'Team Leader: creates users and invites them again',
  },
  {
    email: 'amara.okafor@northwind.example',
    name: 'Amara Okafor',
    note: 'Survey Creator: sees every organization, acts as those below',
  },
  {
    email: 'elif.yilmaz@northwind.example',
    name: 'Elif Yılmaz',
    note: 'Standard User: sees the people of Northwind, and nobody else',
  },
  {
    email: 'kwame.mensah@contoso.example',
    name: 'Kwame Mensah',
    note: 'Create Survey from Template User: has no Admin menu; reads one survey’s results',
  },
  { email: 'noor_haddad@gmail.com', name: 'Noor Haddad', note: 'Minimal User, of no organization: has one survey' },
]

const SURVEYS = [
  {
    id: 'survey-customer-pulse-2026',
    name: 'Customer pulse 2026',
    introduction: 'Four questions a quarter, to everybody who bought something.',
    questions: 4,
    state: 'live',
    answers: 1_204,
  },
  {
    id: 'survey-brand-tracker-q3',
    name: 'Brand tracker Q3',
    introduction: 'Which names come to mind, and what people think of them.',
    questions: 28,
    state: 'closed',
    answers: 5_310,
  },
  {
    id: 'survey-employee-voice',
    name: 'Employee voice',
    introduction: 'What works at your desk, what does not. Nobody sees who said it.',
    questions: 17,
    state: 'draft',
    answers: 0,
  },
] as const

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Beside the scenario's people, so that each status is met above oneself and below. */
const SILVIA = { email: 'silvia.conti@fabrikam.example', firstName: 'Silvia', lastName: 'Conti' }
const PAVEL = { email: 'pavel.hruby@contoso.example', firstName: 'Pavel', lastName: 'Hrubý' }
const BAO = { email: 'bao.tran@fabrikam.example', firstName: 'Bảo', lastName: 'Trần' }
const EXPIRED = 'vera.novak@contoso.example'

/**
 * Thirteen months of a survey platform, told through the real operations up to this moment: ages such as eight months
 * unused are true of the day it is seeded on.
 */
export async function seed(world: World, surveys: Surveys) {
  const [highest] = SHOWN
  await scenarios.surveyPlatform(world)
  for (const survey of SURVEYS) surveys.add(survey)

  const { clock } = world
  const now = clock.now()
  const by = highest?.email ?? ''
  const join = async (person: Profile, role: string) => {
    await world.invite(by, person.email, [{ role, scope: null }])
    await world.register(person)
  }
  clock.set(now - 250 * DAY)
  await join(BAO, 'survey-creator')
  clock.set(now - 90 * DAY)
  await join(SILVIA, 'standard-user')
  await join(PAVEL, 'superuser')
  clock.set(now - 11 * DAY)
  await world.invite(by, EXPIRED, [{ role: 'standard-user', scope: null }])
  clock.set(now - 30 * MINUTE)
  for (const { email } of [SILVIA, PAVEL]) await lock(world, email)
  clock.set(now)
  await world.deliver()
  return SHOWN
}

/** By five wrong passwords, as anybody would. */
async function lock({ rollcall }: World, identifier: string) {
  const visitor = rollcall.anonymous({ address: '203.0.113.24', agent: null })
  for (let guess = 1; guess <= 5; guess += 1) {
    try {
      await rollcall.signIn.signIn(visitor, { identifier, password: `guess ${guess}` })
    } catch (error) {
      if (!(error instanceof RefusedError && error.code === 'wrong-credentials')) throw error
    }
  }
}
