// Runs one row in a process of its own and sends what it found to its parent; alone, prints it.
import process from 'node:process'

const { default: row } = await import(`./rows/${process.argv[2]}.mjs`)
const lines = await row()
if (process.send) process.send(lines, () => process.exit())
else {
  const { table } = await import('./table.mjs')
  console.log(table(lines))
  process.exit()
}
