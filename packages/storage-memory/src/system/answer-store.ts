import type { AnswerStore } from '@rollcall/core'
import type { Tables } from '../tables.ts'

/** Answers remembered for repeated requests. */
export function answerStore({ answers }: Tables): AnswerStore {
  return {
    async find(key, now) {
      const answer = answers.get(key)
      return answer && now < answer.expiresAt ? answer : null
    },
    async add(answer, now) {
      const known = answers.get(answer.key)
      if (known && now < known.expiresAt) return false
      answers.set(answer.key, answer)
      return true
    },
  }
}
