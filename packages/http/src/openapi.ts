import { type Endpoint, FIELD_CODES, FILE_PROBLEMS, REASONS, REFUSALS, type RefusalCode } from '@rollcall/core/contract'
import * as z from 'zod/mini'
import { type Operation, operations, pathKeys, readsQuery, writes } from './operations.ts'

type Json = Record<string, unknown>

/** The OpenAPI 3.1 document of the contract. */
export function openApiDocument(basePath: string, cookieName: string): Json {
  const paths: Record<string, Json> = {}
  for (const operation of operations) {
    const path = operation.entry.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [operation.entry.method.toLowerCase()]: describe(operation) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Rollcall', version: '1', description: 'User management: users, invitations, sign-in, lockout.' },
    servers: [{ url: basePath }],
    tags: [...new Set(operations.map(({ slice }) => slice))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: problem },
      securitySchemes: {
        cookie: { type: 'apiKey', in: 'cookie', name: cookieName },
        bearer: { type: 'http', scheme: 'bearer', description: 'A session token.' },
      },
    },
  }
}

const problem = {
  type: 'object',
  description: 'A refusal, as RFC 9457 has it.',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(REFUSALS) },
    reason: { type: 'string', enum: REASONS, description: 'With `not-allowed`.' },
    fields: {
      type: 'object',
      additionalProperties: { type: 'string', enum: FIELD_CODES },
      description: 'Input path to what is wrong there.',
    },
    file: {
      type: 'object',
      description: 'With `unsupported-file`, and with `too-large` of a file: what is wrong, and where.',
      properties: {
        problem: { type: 'string', enum: FILE_PROBLEMS },
        line: { type: ['integer', 'null'] },
        column: { type: ['integer', 'null'] },
        header: { type: 'string' },
      },
    },
    current: { description: 'With `changed-meanwhile`: the record as it is now.' },
    retryAfter: { type: 'number', description: 'Seconds until it makes sense to try again.' },
    correlationId: { type: 'string', description: 'With `unavailable`: names the failure in the log.' },
  },
}

const HEADER_KEYS = ['version', 'idempotencyKey']

function describe({ slice, verb, entry }: Operation): Json {
  const { properties = {}, required = [], ...rest } = schemaOf(entry.input, 'input') as ObjectSchema
  const inPath = pathKeys(entry)
  const elsewhere = [...inPath, ...HEADER_KEYS, ...(entry.takes ? ['file'] : [])]
  const open = Object.keys(properties).filter((key) => !elsewhere.includes(key))
  const parameters: Json[] = inPath.map((name) => ({ name, in: 'path', required: true, schema: properties[name] }))
  if (entry.versioned) {
    const schema = { type: 'string', pattern: '^"[0-9]+"$' }
    parameters.push({ name: 'If-Match', in: 'header', required: true, schema, description: 'The version seen.' })
  }
  if (entry.idempotent) parameters.push({ name: 'Idempotency-Key', in: 'header', schema: properties.idempotencyKey })
  const body = {
    ...rest,
    properties: Object.fromEntries(open.map((key) => [key, properties[key]])),
    required: required.filter((key) => open.includes(key)),
  }
  if (readsQuery(entry)) {
    for (const name of open) {
      parameters.push({ name, in: 'query', required: required.includes(name), ...inQuery(properties[name]) })
    }
  }
  return {
    operationId: `${slice}.${verb}`,
    summary: entry.summary,
    tags: [slice],
    security: [...(entry.caller === 'anyone' ? [{}] : []), { cookie: [] }, { bearer: [] }],
    parameters,
    ...requestBody(entry, body),
    responses: { [entry.status ?? 200]: success(entry), ...problems(entry) },
  }
}

/** An object travels as JSON. */
function inQuery(schema: Json | undefined): Json {
  return schema?.type === 'object' ? { content: { 'application/json': { schema } } } : { schema }
}

function requestBody(entry: Endpoint, schema: Json & { required: string[] }): Json {
  if (entry.takes) return { requestBody: { required: true, content: { 'text/csv': { schema: { type: 'string' } } } } }
  if (readsQuery(entry)) return {}
  return { requestBody: { required: schema.required.length > 0, content: { 'application/json': { schema } } } }
}

type ObjectSchema = { properties?: Record<string, Json>; required?: string[] }

function schemaOf(schema: z.ZodMiniType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

function success(entry: Endpoint): Json {
  return {
    description: entry.summary,
    headers: { 'Rollcall-Actor': { description: 'Whom the session acts as, opaque.', schema: { type: 'string' } } },
    content: { [entry.answers ? 'text/csv' : 'application/json']: { schema: schemaOf(entry.output, 'input') } },
  }
}

/** One response a status, naming its codes. */
function problems(entry: Endpoint): Json {
  const byStatus = new Map<number, RefusalCode[]>()
  for (const code of refusalsOf(entry)) {
    byStatus.set(REFUSALS[code], [...(byStatus.get(REFUSALS[code]) ?? []), code])
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.join(', '),
        content: {
          'application/problem+json': {
            schema: {
              allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: codes } } }],
            },
          },
        },
      },
    ]),
  )
}

/** The entry's own refusals and those its shape brings with it. */
function refusalsOf(entry: Endpoint): Set<RefusalCode> {
  const codes = new Set<RefusalCode>(entry.refuses)
  codes.add('invalid-input').add('unavailable')
  if (entry.caller !== 'anyone') codes.add('not-signed-in')
  if (entry.caller === 'signed-in') codes.add('password-change-required')
  if (writes(entry)) codes.add('cross-origin')
  if (!readsQuery(entry) || entry.takes) codes.add('too-large')
  if (entry.takes) codes.add('unsupported-file')
  if (entry.versioned) codes.add('version-required')
  if (entry.idempotent) codes.add('idempotency-key-reused').add('already-done')
  if (entry.limit) codes.add('too-many-requests')
  return codes
}
