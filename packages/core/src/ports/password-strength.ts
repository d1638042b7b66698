import type { PasswordObjection } from '../passwords/strength.rules.ts'

export interface PasswordStrength {
  /**
   * Judges a password. `context` holds words an attacker would try first (names, the address, the product), `minimum`
   * is the score the policy asks for: 0 to 4 as zxcvbn counts.
   */
  judge(password: string, context: readonly string[], minimum: number): Promise<PasswordObjection | null>
}
