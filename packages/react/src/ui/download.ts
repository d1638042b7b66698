/** Milliseconds after which a browser has certainly begun to save it. */
const SAVED = 60_000

/** Has the browser save a file that was already fetched, so that it may have been fetched with any credentials. */
export function download(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), SAVED)
}
