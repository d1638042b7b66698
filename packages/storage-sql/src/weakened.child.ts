import { createVitest, type TestCase } from 'vitest/node'

/** One place of the sources, and what stands there instead. */
export interface Edit {
  /** Beside this file. */
  readonly file: string
  readonly search: string
  readonly replace: string
}

/** Cases of `file` to run on edited sources; those whose whole name the pattern finds. */
export interface Trial {
  readonly file: string
  readonly pattern: string
  readonly edits: readonly Edit[]
}

/** What became of each case that ran. */
export interface Verdict {
  readonly name: string
  readonly state: string
  readonly error: string | null
}

const root = new URL('../../../', import.meta.url).pathname

function verdictOf(test: TestCase): Verdict {
  const { state, errors } = test.result()
  return { name: test.name, state, error: errors?.[0]?.message ?? null }
}

process.once('message', async ({ file, pattern, edits }: Trial) => {
  const weakening = {
    name: 'weakening',
    enforce: 'pre' as const,
    transform(code: string, id: string) {
      const own = edits.filter((edit) => id.endsWith(`/storage-sql/src/${edit.file}`))
      return own.reduce((edited, { search, replace }) => edited.replace(search, () => replace), code)
    },
  }
  const vitest = await createVitest(
    'test',
    {
      root,
      config: `${root}vitest.node.config.ts`,
      watch: false,
      reporters: [{}],
      testNamePattern: pattern,
    },
    { plugins: [weakening] },
  )
  await vitest.start([new URL(file, import.meta.url).pathname])
  const tests = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()])
  const ran = tests.filter((test) => test.result().state !== 'skipped')
  process.send?.(ran.map(verdictOf))
  await vitest.close()
})

process.send?.('ready')
