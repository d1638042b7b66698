import '../messages/en-GB/usersFile.ts'
import '../messages/en-GB/welcome.ts'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'

interface MoreMenuProps {
  button: HTMLElement
  onClose: () => void
  onExport: () => void
  onWelcomeAll: (() => void) | undefined
}

export default function MoreMenu({ button, onClose, onExport, onWelcomeAll }: MoreMenuProps) {
  const { t } = useRollcall()
  return (
    <Menu button={button} onClose={onClose}>
      <MenuItem icon="download" onSelect={onExport}>
        {t('usersFile.export')}
      </MenuItem>
      {onWelcomeAll && (
        <MenuItem icon="mail" onSelect={onWelcomeAll}>
          {t('welcome.all')}
        </MenuItem>
      )}
    </Menu>
  )
}
