import { contract, type Endpoint } from '@rollcall/core/contract'
import { expect, test } from 'vitest'

/** What a client must know of an entry, as one line of source. */
function routeOf({ method, path, versioned, idempotent, answers, takes }: Endpoint): string {
  const traits = Object.entries({ versioned, idempotent, answers, takes }).filter(([, set]) => set)
  return `'${[method, path, ...traits.map(([trait]) => trait)].join(' ')}'`
}

test('routes.ts says what the contract says (npm run routes, in this package, writes it)', async () => {
  const slices = Object.entries(contract).map(([slice, entries]) => {
    const routes = Object.entries(entries).map(
      ([verb, entry]: [string, Endpoint]) => `    ${verb}: ${routeOf(entry)},\n`,
    )
    return `  ${slice}: {\n${routes.join('')}  },\n`
  })
  await expect(`// Written by routes.test.ts from the contract.
import type { contract } from '@rollcall/core/contract'
import type { Routes } from './route.ts'

export const routes = {
${slices.join('')}} as const satisfies Routes<typeof contract>
`).toMatchFileSnapshot('./routes.ts')
})
