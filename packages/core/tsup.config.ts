import { library } from '../../scripts/tsup.ts'

export default library({
  entry: ['src/index.ts', 'src/rules.ts', 'src/contract.ts', 'src/refusals.ts', 'src/presets.ts'],
})
