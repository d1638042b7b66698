import type { Brand } from '../brand.ts'

/** The kit's tokens as hexadecimal values, which every mail program knows. */
export const LIGHT = {
  page: '#f9fafb',
  card: '#ffffff',
  box: '#f5f6f8',
  line: '#e1e3e7',
  edge: '#c9ccd3',
  ink: '#191e28',
  soft: '#505561',
} as const

export const DARK = {
  page: '#0c0e14',
  card: '#14171e',
  box: '#1b1e25',
  line: '#292d35',
  edge: '#3e444f',
  ink: '#eef0f4',
  soft: '#adb1ba',
} as const

const ON_BRIGHT = '#080d1a'
const ON_DEEP = '#ffffff'

interface ButtonColours {
  readonly fill: string
  readonly text: string
}

/**
 * The button in both schemes: the brand's accent, lightened on dark, with whichever text reads better on it.
 *
 * @throws TypeError when the accent is not `#rrggbb`.
 */
export function buttonColours({ accent }: Brand): { light: ButtonColours; dark: ButtonColours } {
  if (accent === undefined) {
    return { light: { fill: '#3958d1', text: ON_DEEP }, dark: { fill: '#7092f6', text: ON_BRIGHT } }
  }
  const channels = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(accent)?.slice(1)
  if (!channels) throw new TypeError(`Rollcall: the brand's accent must be written #rrggbb, not ${accent}`)
  const rgb = channels.map((channel) => Number.parseInt(channel, 16))
  return { light: readable(rgb), dark: readable(rgb.map((value) => Math.round(value + (255 - value) * 0.35))) }
}

function readable(rgb: readonly number[]): ButtonColours {
  const fill = `#${rgb.map((value) => value.toString(16).padStart(2, '0')).join('')}`
  // Contrast with white is 1.05 / (L + 0.05); 4.5 is what WCAG AA asks for.
  return { fill, text: 1.05 / (luminance(rgb) + 0.05) >= 4.5 ? ON_DEEP : ON_BRIGHT }
}

function luminance(rgb: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
