import { createClient } from '@rollcall/client'

/** Another tab signed in or out: the server decides anew what this one shows. */
export const client = createClient({ onActorChange: () => location.assign('/users') })
