#!/usr/bin/env node
import process from 'node:process'
import { main } from './main.ts'

const code = await main(process.argv)
// Not before all is written, and without waiting for timers that nothing depends on any more.
process.stdout.write('', () => process.exit(code))
