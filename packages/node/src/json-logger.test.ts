import { expect, test } from 'vitest'
import { jsonLogger } from './json-logger.ts'

function logged(event: string, details: Record<string, unknown>): string {
  let written = ''
  jsonLogger({ write: (line) => (written += line) }).log('warn', event, details)
  return written
}

test('writes one line of JSON an event, whatever the details contain', () => {
  const line = logged('authn_login_fail', { identifier: 'lena\n{"event":"forged"}', error: new Error('no'), size: 5n })
  expect(line.indexOf('\n')).toBe(line.length - 1)
  expect(JSON.parse(line)).toMatchObject({
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    level: 'warn',
    event: 'authn_login_fail',
    identifier: 'lena\n{"event":"forged"}',
    error: { name: 'Error', message: 'no' },
    size: '5',
  })
})

test('details cannot pose as another event', () => {
  expect(JSON.parse(logged('authz_fail', { event: 'forged', level: 'info' }))).toMatchObject({
    event: 'authz_fail',
    level: 'warn',
  })
})

test('an event survives details that cannot be written', () => {
  const loop: Record<string, unknown> = {}
  loop.self = loop
  expect(JSON.parse(logged('sys_crash', loop))).toMatchObject({ event: 'sys_crash', details: 'unserialisable' })
})
