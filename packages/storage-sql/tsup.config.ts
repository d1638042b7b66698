import { library } from '../../scripts/tsup.ts'

export default library({
  entry: ['src/index.ts', 'src/mariadb.ts', 'src/postgres.ts', 'src/sqlite.ts'],
  bundled: ['kysely'],
})
