import type { ReactNode } from 'react'

interface Chapter {
  lead: string
  try: ReactNode[]
}

/** What each product is about, and what to try there. */
export const CHAPTERS: Record<string, Chapter> = {
  'app-store': {
    lead: 'People come by invitation, and hold roles on the whole store or on single apps.',
    try: [
      'Sign in as Tomasz Wójcik and invite somebody on the Users page; any address will do.',
      <>
        Read the invitation in the <a href="/app-store/mailbox">mailbox</a>, and register with its link. A private
        window keeps you signed in as Tomasz in this one.
      </>,
      'Tomasz has mail too now: he is told who registered.',
      'Type a wrong password five times. Then unlock the account: press the red lock on the Users page.',
      'Sign in as Mei-Lin Zhao, make an app, and give somebody a role on it. Then delete Mei-Lin as Tomasz: whoever manages users has mail.',
      <>
        On Óscar’s page, issue a temporary password by <a href="/app-store/text-messages">text message</a>, or generate
        an API token and upload a build of Field Notes with it.
      </>,
    ],
  },
  'product-hub': {
    lead: 'Administrators set everybody up in full. People sign in by a user name and use instances of apps.',
    try: [
      'Sign in as Tomasz Wójcik and open User Management: he reaches everybody, other administrators too.',
      'Create a user and tick Administrator. The default instances are ticked beforehand.',
      <>
        Read the welcome mail in the <a href="/product-hub/mailbox">mailbox</a>, and choose a password with its link.
      </>,
      'Try to delete that user: everybody is protected until Edit user says otherwise. Nobody deletes themselves.',
      'Under Apps and Instances make another instance a default, under Settings welcome everybody. Create somebody else.',
      'Sign in as Óscar: Home shows the instances he was assigned.',
    ],
  },
  'survey-platform': {
    lead: 'Seven ranks, each with the rights of those below. Whoever changes an account stands above its owner.',
    try: [
      'Open Admin, System Users as Elif Yılmaz, then as Rana Al-Khatib: others are seen, and other things may be done.',
      'As Rana, press the red locks of Silvia and Pavel. Only Silvia, who stands below, can be sent words of your own.',
      'Press the purple clock of somebody unused for eight months, and the gray key of an invitation that expired.',
      'As Amara Okafor, act as Kwame Mensah and look at his survey. Then read the audit as Rana: it names both.',
      <>
        Drag the columns of System Users into another order, make one wider, reload. Mail is in the{' '}
        <a href="/survey-platform/mailbox">mailbox</a>.
      </>,
    ],
  },
}
