import '../messages/en-GB/usersFile.ts'
import { download } from '../ui/download.ts'
import { describeProblem } from '../ui/refusal.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { dayText } from '../ui/time-text.ts'
import { useToast } from '../ui/toast.tsx'
import { useExportUsers } from './use-export-users.ts'
import { narrowingOf, type UsersFilter } from './users-filter.ts'

/** Has the browser save the users of a list as a file, and says what became of it. */
export function useSaveUsers(filter: UsersFilter) {
  const { t, timeZone, clock } = useRollcall()
  const toast = useToast()
  const file = useExportUsers()

  async function save() {
    try {
      const blob = await file.mutateAsync(narrowingOf(filter))
      download(blob, t('usersFile.name', { day: dayText(clock.now(), timeZone) }))
      toast({ title: t('usersFile.saved'), detail: t('usersFile.savedDetail') })
    } catch (error) {
      toast({ tone: 'danger', title: t('usersFile.failed'), detail: describeProblem(t, error) })
    }
  }

  return { save: () => void save(), pending: file.isPending }
}
