import '../messages/en-GB/imports.ts'
import { Icon } from '../ui/icon.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useWelcome } from './import-policy-query.ts'

const MODES = {
  everybody: 'imports.welcomeEverybody',
  administrators: 'imports.welcomeAdministrators',
  nobody: 'imports.welcomeNobody',
  unknown: 'imports.welcomeBySettings',
} as const

/** Who will get a welcome mail; nothing where there is none. */
export function ImportWelcome() {
  const { t } = useRollcall()
  const mode = useWelcome()
  if (!mode) return null
  return (
    <p className="rc-hint">
      <Icon name="mail" size="small" />
      <span className="rc-hint-text">{t(MODES[mode])}</span>
    </p>
  )
}
