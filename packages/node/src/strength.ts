import type { PasswordStrength } from '@rollcall/core'
import { contextWords, JUDGED_CHARACTERS, objectionTo } from '@rollcall/core/rules'
import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

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
      const words = contextWords(context)
      return objectionTo(password, words, zxcvbn.check(password, words), minimum)
    },
  }
}

async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: JUDGED_CHARACTERS })
}
