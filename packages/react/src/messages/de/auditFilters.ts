import type { Messages } from '../message.ts'

export const auditFilters = {
  filter: 'Filtern',
  groups: 'Was geschah',
  person: 'Von oder über',
  personHint: 'Was sie getan hat, und was mit ihr geschah.',
  from: 'Ab',
  until: 'Bis',
  impersonated: 'Als jemand anderes getan',
  one: '{field}: {value}',
  many: '{field}: {count}',
  remove: 'Filter entfernen',
  clear: 'Filter aufheben',
  none: 'Nichts gefunden',
  noneDetail: 'Kein Eintrag passt zu allen diesen Filtern.',
} satisfies Messages['auditFilters']

export const auditGroups = {
  signIn: 'Anmeldung und Sperren',
  accounts: 'Konten',
  invitations: 'Einladungen',
  passwords: 'Passwörter',
  roles: 'Rollen und Gruppen',
  tokens: 'API-Tokens',
  impersonation: 'Handeln als jemand',
  settings: 'Einstellungen und Voreinstellungen',
  audit: 'Das Protokoll selbst',
} satisfies Messages['auditGroups']
