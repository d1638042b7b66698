import '../messages/en-GB/passwords.ts'
import { useEffect, useState } from 'react'
import { ProblemBanner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'

/** Seconds in which the server sends nothing new to the same person. */
const PAUSE = 60

interface ForgotPasswordSentProps {
  /** Whether an address was asked for, and nothing else. */
  byAddress: boolean
  onAgain: () => Promise<void>
  onOther: () => void
}

/** What to do after asking: wait, ask again, or correct the address. */
export function ForgotPasswordSent({ byAddress, onAgain, onOther }: ForgotPasswordSentProps) {
  const { t, locale } = useRollcall()
  const [left, setLeft] = useState(PAUSE)
  const [problem, setProblem] = useState<unknown>(null)

  useEffect(() => {
    if (left === 0) return
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left])

  async function again() {
    setLeft(PAUSE)
    try {
      await onAgain()
      setProblem(null)
    } catch (error) {
      setProblem(error)
      setLeft(0)
    }
  }

  return (
    <>
      <ProblemBanner problem={problem} />
      <p className="rc-lead">{t('passwords.sentDetail')}</p>
      <div className="rc-stack" data-gap="small">
        <Button variant="ghost" size="large" wide aria-disabled={left > 0} onClick={() => void again()}>
          {left > 0 ? t('passwords.sendAgainIn', { time: clockFace(left, locale) }) : t('passwords.sendAgain')}
        </Button>
        <Button variant="quiet" size="large" wide onClick={onOther}>
          {t(byAddress ? 'passwords.useAnother' : 'passwords.useAnotherAccount')}
        </Button>
      </div>
    </>
  )
}

/** "0:42", in the digits of the language. */
function clockFace(seconds: number, locale: string): string {
  const two = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 })
  return `${new Intl.NumberFormat(locale).format(Math.floor(seconds / 60))}:${two.format(seconds % 60)}`
}
