// `npm run demo`: from a fresh clone to a running console. Arguments after `--` go to it; `--reset` starts afresh.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import process, { argv, execPath, exit } from 'node:process'
import { install, root, run } from './workspace.mjs'

install()
const { build } = await import('./build.mjs')
console.log('Building packages …')
try {
  await build()
} catch (error) {
  console.error(error.message)
  exit(1)
}

const example = join(root, 'examples/console')
const built = await run('npm', ['run', 'build', '--silent'], { cwd: example, log: 'build-console.log' })
if (!built.ok) {
  console.error(`The console does not build.\n${built.output.trim()}`)
  exit(1)
}

const main = join(example, 'dist/server/main.js')
const app = spawn(execPath, [main, ...argv.slice(2)], { cwd: root, stdio: 'inherit' })
// The terminal sends its signal to both; this process stays until the console has closed its database.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => signal === 'SIGTERM' && app.kill(signal))
app.on('exit', (code, signal) => exit(signal ? 0 : (code ?? 1)))
