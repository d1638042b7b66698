// `npm run demo`: from a fresh clone to a running console. Arguments after `--` go to it; `--reset` starts afresh.
import { spawn } from 'node:child_process'
import process, { argv, exit, platform } from 'node:process'
import { install, root } from './workspace.mjs'

install()
const { build } = await import('./build.mjs')
console.log('Building packages …')
try {
  await build()
} catch (error) {
  console.error(error.message)
  exit(1)
}

const args = argv.slice(2)
const app = spawn('npm', ['--prefix', 'examples/console', 'start', '--silent', '--', ...args], {
  cwd: root,
  stdio: 'inherit',
  shell: platform === 'win32',
})
// The terminal sends its signal to both; this process stays until the console has closed its database.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => signal === 'SIGTERM' && app.kill(signal))
app.on('exit', (code, signal) => exit(signal ? 0 : (code ?? 1)))
