import type { Messages } from '../message.ts'

export const usersFile = {
  export: 'Exportieren',
  name: 'benutzer-{day}.csv',
  saved: 'Die Datei ist unterwegs',
  savedDetail: 'Sie enthält alle, auf die die Filter passen, und lässt sich wieder importieren.',
  failed: 'Es gibt keine Datei',
} satisfies Messages['usersFile']
