import { sqliteStorage } from '../../sqlite.ts'

/** Writes pairs of rows, each pair in one transaction, until it is killed; says which pairs are committed. */
const storage = sqliteStorage({ file: process.argv[2] ?? '' })

const row = (key: string) => ({ key, inputDigest: 'd', answer: '{}', expiresAt: 1_000 })

for (let pair = 0; ; pair += 1) {
  await storage.transaction(async (tx) => {
    await tx.answers.add(row(`left ${pair}`), 0)
    // Lets the kill arrive in the middle.
    await new Promise((resolve) => setImmediate(resolve))
    await tx.answers.add(row(`right ${pair}`), 0)
  })
  process.send?.(pair)
}
