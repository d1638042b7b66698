import config from '../rollcall.config.ts'
import { rollcall } from './rollcall.ts'

await config.storage.migrate()
rollcall().worker.start()
