const original = console.error
let errors: string[] = []

/** In tests, keeps what is written with `console.error` while a story runs. */
export function listenForErrors(): (() => void) | undefined {
  if (import.meta.env.MODE !== 'test') return undefined
  errors = []
  console.error = (...said: unknown[]) => {
    errors.push(said.map(String).join(' '))
    original(...said)
  }
  return () => {
    console.error = original
  }
}

/** Fails the story that wrote any. */
export function expectSilence(): void {
  if (errors.length > 0) throw new Error(`The story wrote to console.error:\n${errors.join('\n')}`)
}
