import type { Messages } from '../message.ts'

export const filters = {
  any: 'Alle',
  organizationHint: 'Domains wie northwind.example, mehrere durch Kommas getrennt.',
  clear: 'Filter zurücksetzen',
} satisfies Messages['filters']
