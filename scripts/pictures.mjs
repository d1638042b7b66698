// The pictures of docs/components.md, from the stories it names: `npm run pictures`, `… -- users-table` for one.
// `--storybook <folder>` takes a Storybook that is built already. Those in the repository are set in Inter, which the kit
// prefers, with Noto Sans for other scripts; elsewhere they are set in whatever is installed.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import { preview } from 'vite'
import { findChromium } from './chromium.mjs'
import { pictured, scale } from './pictured.mjs'
import { bin, root, run } from './workspace.mjs'

/** Pixels of ground round the component; a dialog throws a longer shadow. */
const GROUND = { page: 24, dialog: 40 }
/** So wide is the page of a narrower picture, that a dialog or card looks as it does on a desktop. */
const DESKTOP = 720

const globals = 'theme:light;direction:ltr;locale:en-GB;density:default'
const folder = join(root, 'docs/pictures')

/** In the page: the story has come to its end, and nothing is on its way any more. */
function isReady(story) {
  if (document.body.classList.contains('sb-show-errordisplay')) {
    throw new Error(document.querySelector('#error-message')?.textContent || 'The story fails.')
  }
  const { id = story, phase } = window.__STORYBOOK_PREVIEW__?.currentRender ?? {}
  // Storybook shows another story in place of one it does not know.
  if (id !== story) throw new Error('There is no such story.')
  const loaded = document.fonts.status === 'loaded' && !document.querySelector('[aria-busy="true"], .rc-skeleton')
  return phase === 'finished' && loaded
}

/** In the page: what is listed is what was typed for. */
function isFound(typed) {
  const found = [...document.querySelectorAll('.story-ground :is([role="option"], tbody tr)')]
  return found.length > 0 && found.every(({ textContent }) => textContent.includes(typed))
}

/** In the page: the box of what the story shows, with ground round it; of a dialog where there is one. */
function boxOf(ground) {
  const dialog = document.querySelector('.rc-dialog')
  const shown = dialog ? [dialog] : document.querySelectorAll('.story-ground > :not(.rc-portal), .rc-portal > *')
  const boxes = [...shown].map((each) => each.getBoundingClientRect()).filter(({ width, height }) => width && height)
  const around = dialog ? ground.dialog : ground.page
  const x = Math.floor(Math.min(...boxes.map(({ left }) => left))) - around
  const y = Math.floor(Math.min(...boxes.map(({ top }) => top))) - around
  const width = Math.ceil(Math.max(...boxes.map(({ right }) => right))) + around - x
  const height = Math.ceil(Math.max(...boxes.map(({ bottom }) => bottom))) + around - y
  return { x, y, width, height }
}

async function take(page, address, { name, width, story, typed }) {
  await page.setViewportSize({ width: Math.max(width, DESKTOP), height: 1600 })
  await page.goto(`${address}iframe.html?viewMode=story&id=${story}&globals=${globals}`)
  await page.waitForFunction(isReady, story)
  await page.evaluate(() => document.activeElement?.blur())
  if (typed) {
    await page.locator('.story-ground input:not([type="checkbox"])').first().fill(typed)
    await page.waitForFunction(isFound, typed)
  }
  const box = await page.evaluate(boxOf, GROUND)
  if (box.width > width) throw new Error(`It is ${box.width} wide; docs/components.md says ${width}.`)
  await page.screenshot({
    path: join(folder, `${name}.png`),
    clip: { ...box, width },
    fullPage: true,
    animations: 'disabled',
    caret: 'hide',
    style: '.rollcall .rc-scrim { background: none }',
  })
}

const { values, positionals: only } = parseArgs({ options: { storybook: { type: 'string' } }, allowPositionals: true })
const pictures = pictured().filter(({ name }) => only.length === 0 || only.includes(name))

const storybook = values.storybook ? resolve(values.storybook) : mkdtempSync(join(tmpdir(), 'rollcall-storybook-'))
if (!values.storybook) {
  process.once('exit', () => rmSync(storybook, { recursive: true, force: true }))
  const { ok, output } = await run(bin('storybook'), ['build', '--quiet', '--disable-telemetry', '-o', storybook])
  if (!ok) {
    console.error(`Storybook does not build.\n${output.trim()}`)
    process.exit(1)
  }
}

mkdirSync(folder, { recursive: true })
const server = await preview({ configFile: false, build: { outDir: storybook }, preview: { port: 0 } })
const browser = await chromium.launch({ executablePath: findChromium() })
const page = await browser.newPage({
  deviceScaleFactor: scale,
  colorScheme: 'light',
  reducedMotion: 'reduce',
  locale: 'en-GB',
  timezoneId: 'Europe/Berlin',
})
for (const picture of pictures) {
  try {
    await take(page, server.resolvedUrls.local[0], picture)
  } catch (error) {
    console.error(`${picture.name}, from ${picture.story}: ${error.message}`)
    process.exitCode = 1
  }
}
await browser.close()
await server.close()
