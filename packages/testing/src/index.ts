export { cheapHasher } from './cheap-hasher.ts'
export { type MovableClock, movableClock } from './clock.ts'
export {
  type Account,
  CLIENT,
  createWorld,
  PASSWORD,
  PRESENT,
  type Profile,
  type World,
  type WorldOptions,
} from './create-world.ts'
export { type Mailbox, mailbox, type SentMail } from './mailbox.ts'
export { scenarios } from './scenarios.ts'
export { seededRandom } from './seeded-random.ts'
export { type StandInProvider, standInProvider } from './stand-in-provider.ts'
