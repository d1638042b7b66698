import { RefusedError } from '@rollcall/core/contract'
import { expect, test } from 'vitest'
import { createTranslation } from '../messages/translate.ts'
import { firstWrong, outcomeOf } from './form.ts'
import { describeProblem } from './refusal.ts'

const { translate } = createTranslation('en-GB')

test('what the server says about fields on the page is shown beside them and nowhere else', () => {
  const refused = new RefusedError('invalid-input', { fields: { email: 'in-use' } })
  expect(outcomeOf(refused, ['email', 'name'])).toEqual({ errors: { email: 'in-use' }, problem: null })
})

test('a field that is not on the page is not lost: the form says that something is wrong', () => {
  const refused = new RefusedError('invalid-input', { fields: { email: 'in-use', grants: 'invalid' } })
  expect(outcomeOf(refused, ['email'])).toEqual({ errors: { email: 'in-use' }, problem: refused })
})

test('a failure without fields is the form’s', () => {
  const fault = new TypeError('Failed to fetch')
  expect(outcomeOf(fault, ['email'])).toEqual({ errors: {}, problem: fault })
})

test('focus goes to the first wrong control in the order of the page, not of the answer', () => {
  const controls = ['', 'name', 'email'].map((name) => ({ name, focus() {} }))
  expect(firstWrong(controls, { email: 'required', name: 'too-long' })?.name).toBe('name')
  expect(firstWrong(controls, {})).toBeUndefined()
})

test('a problem is told by its reason, and by when to try again', () => {
  expect(describeProblem(translate, new RefusedError('not-allowed', { reason: 'self' }))).toBe(
    'You cannot do this to yourself.',
  )
  expect(describeProblem(translate, new RefusedError('too-many-requests', { retryAfter: 0.2 }))).toMatch(
    / Try again in 1 second\.$/,
  )
  expect(describeProblem(translate, new TypeError('Failed to fetch'))).toBe(translate('refusals.unavailable'))
})
