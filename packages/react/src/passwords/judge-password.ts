import { contextWords, JUDGED_CHARACTERS, normalisePassword, objectionTo } from '@rollcall/core/rules'
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import type { Strength } from './password-strength.ts'

const zxcvbn = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: JUDGED_CHARACTERS })

/**
 * Judges as the server's `zxcvbnStrength` does, by the same rules over the same list of leaked passwords. The list makes
 * this module a large one, so it is imported when somebody types.
 */
export function judgePassword(typed: string, context: string, minimum: number): Strength {
  const password = normalisePassword(typed)
  const words = contextWords([context])
  const guess = zxcvbn.check(password, words)
  return { score: guess.score, objection: objectionTo(password, words, guess, minimum) }
}
