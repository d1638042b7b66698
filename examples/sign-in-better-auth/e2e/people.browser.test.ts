import { testPeople } from '../../own-sign-in/e2e/in-a-browser.ts'

testPeople('sign-in-better-auth', async () => (await import('../server/start.ts')).start(0))
