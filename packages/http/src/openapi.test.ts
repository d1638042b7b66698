import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { openApiDocument } from './openapi.ts'
import { operations } from './operations.ts'

const document = openApiDocument('/api/rollcall', '__Host-rollcall')

interface Described {
  operationId: string
  security: object[]
  parameters: { name: string; in: string; required?: boolean }[]
  requestBody?: { content: { 'application/json': { schema: { properties: object } } } }
  responses: Record<string, { description: string }>
}
const described = (method: string, path: string) => {
  const paths = document.paths as Record<string, Record<string, Described>>
  const found = paths[path]?.[method]
  if (!found) throw new Error(`${method} ${path} is not described`)
  return found
}

test('the document is valid OpenAPI 3.1', async () => {
  const { valid, errors } = await new Validator().validate(structuredClone(document))
  expect(errors).toBeUndefined()
  expect(valid).toBe(true)
})

test('every operation is described under its own name', () => {
  for (const { slice, verb, entry } of operations) {
    const path = entry.path.replace(/:(\w+)/g, '{$1}')
    expect(described(entry.method.toLowerCase(), path).operationId).toBe(`${slice}.${verb}`)
  }
})

test('each input key stands where the handler reads it', () => {
  const resend = described('post', '/users/{userId}/invitation/resend')
  expect(resend.parameters.map(({ name, in: place }) => `${place} ${name}`)).toEqual([
    'path userId',
    'header Idempotency-Key',
  ])
  expect(Object.keys(resend.requestBody?.content['application/json'].schema.properties ?? {})).toEqual(['message'])
  const edit = described('patch', '/me')
  expect(edit.parameters).toEqual([expect.objectContaining({ name: 'If-Match', in: 'header', required: true })])
  expect(edit.requestBody?.content['application/json'].schema.properties).not.toHaveProperty('version')
  expect(described('get', '/users').parameters.map(({ name }) => name)).toContain('lastSignInBefore')
})

test('a file is the body, and what goes along stands in the query, objects as JSON', () => {
  const { parameters, requestBody, responses } = described('post', '/imports')
  expect(requestBody?.content).toEqual({ 'text/csv': { schema: { type: 'string' } } })
  expect(parameters).toEqual([
    expect.objectContaining({ name: 'name', in: 'query', schema: expect.objectContaining({ type: 'string' }) }),
    expect.objectContaining({ name: 'columns', in: 'query', content: { 'application/json': expect.anything() } }),
  ])
  expect(responses['415']?.description).toBe('unsupported-file')
})

test('refusals are described by status, the ones an entry’s shape brings with it included', () => {
  const { responses, security } = described('post', '/sign-in')
  expect(Object.keys(responses)).toEqual(['200', '401', '403', '413', '422', '429', '503'])
  expect(responses['401']?.description).toBe('wrong-credentials')
  expect(security).toContainEqual({})
  expect(described('patch', '/me').responses['428']?.description).toBe('version-required')
  expect(described('get', '/users').security).not.toContainEqual({})
})
