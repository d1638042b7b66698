import type { Messages } from '../message.ts'

export const welcome = {
  send: 'Willkommensmail senden',
  title: '{name} die Willkommensmail senden?',
  to: 'Sie geht an {email} und sagt, wie man sich anmeldet.',
  choose: 'Sie enthält einen neuen Link, um ein Passwort zu wählen; der Link einer früheren gilt nicht mehr.',
  registered: 'Sie enthält kein Passwort, und es ändert sich nichts.',
  sent: '{name} hat die Willkommensmail bekommen',
  all: 'Willkommensmail an alle senden …',
  allTitleCounting: 'Allen die Willkommensmail senden?',
  allTitle: {
    one: '{count} Person die Willkommensmail senden?',
    other: '{count} Personen die Willkommensmail senden?',
  },
  allWhat: 'An alle Aktiven, gleich auf welcher Seite der Liste.',
  allMatching: 'An alle Aktiven, auf die Suche und Filter der Liste zutreffen, gleich auf welcher Seite.',
  links:
    'Sie sagt, wie man sich anmeldet. Wer noch kein Passwort hat, bekommt einen neuen Link, um eines zu wählen; frühere Links gelten nicht mehr.',
  nobody: 'Es gibt niemanden, dem sie zu senden wäre',
  passedOver: { one: '{count} Person wird übergangen.', other: '{count} Personen werden übergangen.' },
  allAct: { one: '{count} Mail senden', other: '{count} Mails senden' },
  sentMany: { one: '{count} Willkommensmail gesendet', other: '{count} Willkommensmails gesendet' },
} satisfies Messages['welcome']
