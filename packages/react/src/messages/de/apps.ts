import type { Messages } from '../message.ts'

export const apps = {
  title: 'Apps und Instanzen',
  lead: 'Voreinstellungen sind für alle angehakt, die ab jetzt angelegt werden. Wer schon hier ist, gewinnt und verliert nichts.',
  refresh: 'Neu laden',
  barred: 'Ihre Rolle umfasst es nicht, Voreinstellungen zu ändern.',
  didNotLoad: 'Die Apps konnten nicht geladen werden',
  none: 'Noch keine Apps',
  noneDetail: 'Sie erscheinen hier, sobald das Produkt sie angemeldet hat.',
  other: 'Weitere Instanzen',
  instances: { one: '{count} Instanz', other: '{count} Instanzen' },
  defaults: { one: '{count} voreingestellt', other: '{count} voreingestellt' },
  default: 'Voreingestellt',
  defaultOf: 'Voreingestellt: {name}',
  copy: '{id} kopieren',
  copied: '{id} kopiert',
  mine: 'Meine Apps',
  mineDidNotLoad: 'Ihre Apps konnten nicht geladen werden',
  mineNone: 'Noch keine Apps',
  mineNoneDetail: 'Die Verwaltung weist sie Ihnen zu.',
} satisfies Messages['apps']
