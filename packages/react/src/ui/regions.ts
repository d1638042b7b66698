/** A language by its own name, its first letter as at the beginning of a line. */
export function languageName(tag: string): string {
  const names = new Intl.DisplayNames(tag, { type: 'language', languageDisplay: 'standard' })
  const name = names.of(tag) ?? tag
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)
}

/** "Africa/Lagos" as people read it. */
export function timeZoneName(zone: string): string {
  return zone.replaceAll('_', ' ')
}

/** Every zone the browser knows, and one it may know by another name. */
export function timeZones(chosen: string): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), chosen])].sort()
}
