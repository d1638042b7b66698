export { csvParser } from './imports/csv-parser.ts'
