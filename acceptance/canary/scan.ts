/** A place where a secret might lie: an answer, a mail, a log line, the bytes of a file. */
export interface Place {
  readonly name: string
  readonly bytes: Buffer
}

/** The forms in which one text is looked for. */
export function formsOf(secret: string): ReadonlyMap<string, Buffer> {
  const bytes = Buffer.from(secret)
  const json = JSON.stringify(secret).slice(1, -1)
  const forms: [string, string | Buffer][] = [
    ['as it is', secret],
    ['in hex', bytes.toString('hex')],
    ['in capital hex', bytes.toString('hex').toUpperCase()],
    ['URL-encoded', encodeURIComponent(secret)],
    ['as a form field', new URLSearchParams({ secret }).toString().slice('secret='.length)],
    ['in JSON', json],
    ['in JSON in JSON', JSON.stringify(json).slice(1, -1)],
    [
      'in JSON, ASCII only',
      json.replaceAll(/[^ -~]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`),
    ],
    ['backwards', [...secret].reverse().join('')],
    ['in UTF-16', Buffer.from(secret, 'utf16le')],
  ]
  // Inside of something larger, base64 begins at one of three places; what depends on the neighbours is cut off.
  for (const lead of [0, 1, 2]) {
    const padded = Buffer.concat([Buffer.alloc(lead), bytes])
    const whole = padded.subarray(0, padded.length - (padded.length % 3)).toString('base64')
    const text = whole.slice(lead === 0 ? 0 : 4)
    forms.push([`in base64, ${lead} bytes in`, text])
    forms.push([`in base64url, ${lead} bytes in`, text.replaceAll('+', '-').replaceAll('/', '_')])
  }
  return new Map(forms.map(([name, form]) => [name, Buffer.from(form)]))
}

/** Every place that holds the secret in any form. */
export function placesOf(secret: string, places: readonly Place[]): string[] {
  const forms = [...formsOf(secret)]
  return places.flatMap(({ name, bytes }) => {
    const found = forms.find(([, form]) => bytes.includes(form))
    return found ? [`${name}, ${found[0]}`] : []
  })
}
