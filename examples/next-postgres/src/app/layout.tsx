import { nameOf } from '@rollcall/core/rules'
import type { ReactNode } from 'react'
import '@rollcall/react/styles.css'
import { callerOrNull } from '../caller.ts'
import { SignOut } from '../people.tsx'
import { Providers } from '../providers.tsx'

export const metadata = { title: 'Northwind' }

export default async function Layout({ children }: { children: ReactNode }) {
  const actor = await callerOrNull()
  return (
    <html lang="en-GB">
      <body>
        <Providers>
          {actor && (
            <p>
              Signed in as {nameOf(actor.effective.user)} <SignOut />
            </p>
          )}
          {children}
        </Providers>
      </body>
    </html>
  )
}
