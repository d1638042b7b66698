import { register } from '../registered.ts'

export const usersFile = {
  export: 'Export',
  name: 'users-{day}.csv',
  saved: 'The file is on its way',
  savedDetail: 'It holds everybody who matches the filters, and can be imported again.',
  failed: 'There is no file',
} as const

register({ usersFile })
