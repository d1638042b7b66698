import { type ReactElement, useState } from 'react'
import { asRefusal } from '../ui/refusal.ts'
import { ConfirmPasswordDialog } from './confirm-password-dialog.tsx'

type Act = () => Promise<unknown>

/**
 * Acts that the server lets through only after a recent password: `attempt` runs one, and where it is refused for that,
 * `dialog` asks for the password and runs it again. What else is thrown is the caller's mutation's to tell.
 */
export function useConfirmation(): { readonly attempt: (act: Act) => void; readonly dialog: ReactElement } {
  const [waiting, setWaiting] = useState<Act | null>(null)
  const [open, setOpen] = useState(false)

  function attempt(act: Act) {
    act().catch((error: unknown) => {
      if (!needsPassword(error)) return
      setWaiting(() => act)
      setOpen(true)
    })
  }

  const dialog = (
    <ConfirmPasswordDialog open={open} onOpenChange={setOpen} onConfirmed={() => waiting && attempt(waiting)} />
  )
  return { attempt, dialog }
}

/** Refused only until the password is given again. */
export function needsPassword(error: unknown): boolean {
  return asRefusal(error)?.code === 'reauthentication-required'
}
