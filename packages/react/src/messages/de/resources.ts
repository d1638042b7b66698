import type { Messages } from '../message.ts'

export const resources = {
  title: 'Berechtigungen',
  lead: 'Wer eine Rolle auf {name} hat. Änderungen wirken sofort.',
  nobody: 'Hier hat noch niemand eine Rolle',
  nobodyDetail: 'Fügen Sie jemanden hinzu, oder laden Sie jemanden ein.',
  more: 'Mehr anzeigen',
  add: 'Jemanden hinzufügen',
  person: 'Person',
  personHint: 'Tippen Sie einen Namen. Wen Sie nicht sehen können, finden Sie über die genaue Adresse.',
  role: 'Rolle',
  chooseRole: 'Rolle wählen',
  give: 'Rolle geben',
  gave: '{name} ist jetzt {role} auf {resource}',
  editOf: 'Rollen von {name} bearbeiten',
  find: 'Person suchen',
  finding: 'Suche läuft',
  found: { one: '{count} Person gefunden', other: '{count} Personen gefunden' },
  noMatch: 'Niemand, den Sie sehen dürfen, passt.',
  inviteMatch: '{email} einladen',
  didNotFind: 'Die Suche ging nicht. Tippen Sie erneut.',
  didNotLoad: 'Die Berechtigungen konnten nicht geladen werden',
} satisfies Messages['resources']
