import '../messages/en-GB/information.ts'
import { useState } from 'react'
import { ProblemBanner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Refused } from '../ui/refused.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useToast } from '../ui/toast.tsx'
import { Words } from '../ui/words.tsx'
import { useDisableUser } from './use-disable-user.ts'
import { useEnableUser } from './use-enable-user.ts'
import type { UserWithDetails } from './user-query.ts'

/** Whether the account is active, and the switch to the other; it takes effect at once. */
export function UserInformationState({ user }: { user: UserWithDetails }) {
  const { t } = useRollcall()
  const toast = useToast()
  const disable = useDisableUser()
  const enable = useEnableUser()
  const [problem, setProblem] = useState<unknown>(null)
  const act = user.enabled ? 'disable' : 'enable'
  const verdict = user.actions[act] ?? 'no-right'

  async function change() {
    setProblem(null)
    try {
      await (user.enabled ? disable : enable).mutateAsync({ userId: user.id, version: user.version })
    } catch (error) {
      return setProblem(error)
    }
    const { name } = user
    toast({
      title: (
        <Words of={user.enabled ? 'information.deactivatedToast' : 'information.activatedToast'} with={{ name }} />
      ),
      detail: t(user.enabled ? 'information.deactivatedToastDetail' : 'information.activatedToastDetail'),
    })
  }

  return (
    <>
      <div className="rc-user-state" data-state={user.enabled ? 'active' : 'deactivated'}>
        <Icon name={user.enabled ? 'confirmed' : 'slash'} />
        <div className="rc-grow">
          <p className="rc-choice-label">{t(user.enabled ? 'information.active' : 'information.deactivated')}</p>
          <p className="rc-hint">{t(user.enabled ? 'information.activeDetail' : 'information.deactivatedDetail')}</p>
        </div>
        <Refused reason={verdict !== true && t(`reasons.${verdict}`)}>
          <Button variant="ghost" pending={disable.isPending || enable.isPending} onClick={() => void change()}>
            {t(user.enabled ? 'information.deactivate' : 'information.activate')}
          </Button>
        </Refused>
      </div>
      <ProblemBanner problem={problem} title={t('information.stateFailed')} />
    </>
  )
}
