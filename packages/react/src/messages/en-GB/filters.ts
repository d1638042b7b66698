import { register } from '../registered.ts'

export const filters = {
  any: 'Any',
  organizationHint: 'Domains such as northwind.example; several separated by commas.',
  clear: 'Clear filters',
} as const

register({ filters })
