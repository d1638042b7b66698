import type { Messages } from '../message.ts'

export const columns = {
  stays: 'Sagt, um wen es in einer Zeile geht, und bleibt daher.',
  moveUp: '{column} zum Anfang hin verschieben',
  moveDown: '{column} zum Ende hin verschieben',
  keys: 'Auf dem Kopf einer Spalte verschiebt Umschalt mit einer Pfeiltaste sie.',
  reset: 'Spalten zurücksetzen',
} satisfies Messages['columns']
