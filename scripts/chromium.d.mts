/** The path of a Chromium: `CHROMIUM_PATH`, else the usual names and places; undefined when there is none. */
export function findChromium(): string | undefined
