import { enGB } from './en-GB.ts'
import type { Message, Messages } from './message.ts'

const ACCENTS: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from(
    'aàbƀcçdďeéfƒgğhĥiíjĵkķlļmɱnñoöpþqɋrŕsštťuüvṽwŵxẋyýzžAÀBƁCÇDĎEÉFƑGĞHĤIÍJĴKĶLĻMṀNÑOÖPÞQɊRŔSŠTŤUÜVṼWŴXẊYÝZŽ'.matchAll(
      /(.)(.)/gu,
    ),
  ).map(([, plain = '', accented = '']) => [plain, accented]),
)

/**
 * A language nobody speaks (tag it `en-XA`): English, accented and two fifths longer, in brackets. Shows text that was
 * never translated, is cut off or does not fit.
 */
export const pseudo = Object.fromEntries(
  Object.entries(enGB).map(([group, messages]) => [
    group,
    Object.fromEntries(Object.entries(messages).map(([name, message]) => [name, disguise(message)])),
  ]),
) as unknown as Messages

function disguise(message: Message): Message {
  if (typeof message !== 'string') {
    return {
      ...message,
      ...Object.fromEntries(Object.entries(message).map(([category, text]) => [category, disguise(text)])),
    }
  }
  const accented = message.replace(/\{\w+\}|[a-z]/gi, (piece) => ACCENTS[piece] ?? piece)
  return `[${accented}${' ~'.repeat(Math.ceil(message.length / 5))}]`
}
