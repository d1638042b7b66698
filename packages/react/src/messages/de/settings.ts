import type { Messages } from '../message.ts'

export const settings = {
  title: 'Kommunikation',
  lead: 'Was Menschen erfahren, wenn sie hier angelegt werden.',
  didNotLoad: 'Die Einstellungen konnten nicht geladen werden',
  welcome: 'Willkommensmail',
  everybody: 'Alle automatisch, sobald sie aktiv sind',
  everybodyHint: 'Auch wenn jemand wieder aktiviert wird oder sich ab jetzt anders anmeldet.',
  administrators: 'Verwaltende automatisch, alle anderen von Hand',
  administratorsHint: 'Die anderen erhalten sie, wenn Sie sie senden, einzeln oder an viele.',
  nobody: 'Niemand automatisch',
  nobodyHint: 'Alle erhalten sie, wenn Sie sie von Hand senden.',
  text: 'Ihre Worte in jeder Willkommensmail',
  textHint: 'Reiner Text, keine Links. Wie man sich anmeldet und ein Passwort wählt, sagt die Mail ohnehin.',
  address: 'Adresse zum Anmelden',
  generic: 'Eine Seite für alle',
  genericHint: 'Sie fragt erst, wer jemand ist, und führt von dort weiter.',
  separate: 'Eine für jede Art der Anmeldung',
  separateHint:
    'Wer sich über einen Anbieter anmeldet, wird von der Mail gleich dorthin geführt. Die Seite für alle bleibt.',
  save: 'Einstellungen speichern',
  saved: 'Einstellungen gespeichert',
  savedDetail: 'Sie gelten für alle, die ab jetzt angelegt oder aktiviert werden.',
  again: 'Wer die Willkommensmail automatisch erhält, erhält sie noch einmal, mit der eigenen Adresse zum Anmelden.',
  againDetail: 'Wer die Willkommensmail automatisch erhält, erfährt davon.',
  resending: 'Noch gehen Willkommensmails hinaus.',
  overtaken:
    'Jemand anderes hat die Einstellungen inzwischen geändert. Sie stehen hier, wie sie jetzt sind; von Ihnen wurde nichts gespeichert.',
  notRetroactive: 'Wer schon hier ist, erhält deswegen nichts.',
} satisfies Messages['settings']
