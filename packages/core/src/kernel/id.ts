const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Unpadded base64url (RFC 4648, section 5). */
export function base64url(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    const length = Math.min(bytes.length - at, 3) + 1
    for (let digit = 0; digit < length; digit += 1) text += ALPHABET[(group >>> (18 - 6 * digit)) & 63]
  }
  return text
}

/** The bytes of a base64url text; null when it is none. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let pending = 0
  let bits = 0
  let at = 0
  for (const character of text) {
    const digit = ALPHABET.indexOf(character)
    if (digit < 0) return null
    pending = (pending << 6) | digit
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (pending >>> bits) & 255
      pending &= (1 << bits) - 1
    }
  }
  return base64url(bytes) === text ? bytes : null
}

/** UUID version 7 (RFC 9562): sorts by time. `bytes` are 10 random ones. */
export function uuidv7(now: number, bytes: Uint8Array): string {
  const time = now.toString(16).padStart(12, '0')
  const random = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const variant = ((Number.parseInt(random.slice(3, 5), 16) & 0x3f) | 0x80).toString(16).padStart(2, '0')
  const tail = `7${random.slice(0, 3)}-${variant}${random.slice(5, 7)}-${random.slice(7, 19)}`
  return `${time.slice(0, 8)}-${time.slice(8)}-${tail}`
}
