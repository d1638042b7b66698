import type { PasswordStrength } from '@rollcall/core'
import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/** zxcvbn's work grows faster than the password; what comes after 64 characters no longer decides. */
const JUDGED = 64
/** Shorter words ("Ann", "the") turn up by chance in good passwords. */
const CONTEXT_WORD = 4

/**
 * The `PasswordStrength` port over zxcvbn and its list of some 49,000 leaked passwords. The list is loaded on first
 * use (about 50 ms), and one judgement takes a few milliseconds, 60 at worst.
 */
export function zxcvbnStrength(): PasswordStrength {
  let loading: Promise<ZxcvbnFactory> | undefined

  return {
    async judge(password, context, minimum) {
      loading ??= load()
      const zxcvbn = await loading
      const words = context.flatMap((text) => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [])
      const { score, sequence } = zxcvbn.check(password, words)
      if (sequence.length === 1 && sequence[0]?.dictionaryName === 'passwords-common') return 'too-common'

      const folded = plain(password)
      if (words.some((word) => [...word].length >= CONTEXT_WORD && folded.includes(word))) return 'contains-context'
      return score < minimum ? 'too-weak' : null
    },
  }
}

async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: JUDGED })
}

/** Case and diacritics do not make a name harder to guess. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
