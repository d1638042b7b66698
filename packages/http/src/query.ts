import type * as z from 'zod/mini'

type Schema = z.core.$ZodType
type Coerce = (values: readonly string[]) => unknown

/**
 * Reads a query string as the schema of its entry wants it: repeated keys as arrays, digits as numbers, `true` and
 * `false` as booleans, objects from JSON. Whatever does not fit stays as it came, for the schema to refuse.
 */
export function queryReader(schema: Schema): (search: string) => Record<string, unknown> {
  const { def } = (schema as z.core.$ZodTypes)._zod
  const coercions = new Map(
    Object.entries(def.type === 'object' ? def.shape : {}).map(([key, field]) => [key, coercion(field)]),
  )
  return (search) => {
    const params = new URLSearchParams(search)
    return Object.fromEntries(
      [...new Set(params.keys())].map((key) => [key, (coercions.get(key) ?? alone)(params.getAll(key))]),
    )
  }
}

function coercion(schema: Schema): Coerce {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
      return coercion(def.innerType)
    case 'array': {
      const one = coercion(def.element)
      return (values) => values.map((value) => one([value]))
    }
    case 'boolean':
      return (values) => (values.length === 1 ? (BOOLEANS.get(values[0] ?? '') ?? values[0]) : values)
    case 'object':
    case 'record':
      return (values) => (values.length === 1 ? parsed(values[0] ?? '') : values)
    default:
      return isNumeric(schema) ? number : alone
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return json
  }
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
])

function isNumeric(schema: Schema): boolean {
  const { def } = (schema as z.core.$ZodTypes)._zod
  if (def.type === 'union') return def.options.every(isNumeric)
  return def.type === 'number' || (def.type === 'literal' && def.values.every((value) => typeof value === 'number'))
}

/** A key that is repeated where one value is wanted stays an array, which no such schema takes. */
function alone(values: readonly string[]): unknown {
  return values.length === 1 ? values[0] : values
}

function number(values: readonly string[]): unknown {
  const value = alone(values)
  return typeof value === 'string' && /^-?\d{1,15}(\.\d{1,15})?$/.test(value) ? Number(value) : value
}
