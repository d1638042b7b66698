import { register } from '../registered.ts'

export const columns = {
  stays: 'Says who a row is, so it stays.',
  moveUp: 'Move {column} towards the start',
  moveDown: 'Move {column} towards the end',
  keys: 'On the head of a column, Shift with an arrow key moves it.',
  reset: 'Reset columns',
} as const

register({ columns })
