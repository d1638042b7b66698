import '../messages/en-GB/imports.ts'
import { Icon } from '../ui/icon.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useImportPolicy, useWelcome } from './import-policy-query.ts'

const MODES = {
  everybody: 'imports.welcomeEverybody',
  administrators: 'imports.welcomeAdministrators',
  nobody: 'imports.welcomeNobody',
} as const

/** Who will get a welcome mail; nothing where there is none. */
export function ImportWelcome() {
  const { t } = useRollcall()
  const policy = useImportPolicy()
  const mode = useWelcome()
  if (!policy?.welcome) return null
  return (
    <p className="rc-hint">
      <Icon name="mail" size="small" />
      <span className="rc-hint-text">{t(mode ? MODES[mode] : 'imports.welcomeBySettings')}</span>
    </p>
  )
}
