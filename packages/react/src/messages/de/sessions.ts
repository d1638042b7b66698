import type { Messages } from '../message.ts'

export const sessions = {
  title: 'Sitzungen',
  current: 'Diese Sitzung',
  activeNow: 'gerade aktiv',
  lastUsed: 'zuletzt benutzt {time}',
  end: 'Beenden',
  ended: 'Sitzung beendet',
  endAll: { one: '{count} beenden …', other: 'Alle {count} beenden …' },
  endOthers: { one: 'Die andere beenden …', other: 'Die anderen {count} beenden …' },
  endAllTitle: { one: 'Diese Sitzung beenden?', other: 'Alle {count} Sitzungen beenden?' },
  endAllDetail: 'Wer sie benutzt, wird sofort abgemeldet und muss sich neu anmelden.',
  endAllNow: { one: 'Sitzung beenden', other: '{count} Sitzungen beenden' },
  endedAll: { one: '{count} Sitzung beendet', other: '{count} Sitzungen beendet' },
  none: 'Nirgends angemeldet',
  noneDetail: 'Jeder Browser, der sich anmeldet, steht hier, bis er sich abmeldet oder seine Sitzung endet.',
  didNotLoad: 'Die Sitzungen konnten nicht geladen werden',
} satisfies Messages['sessions']
