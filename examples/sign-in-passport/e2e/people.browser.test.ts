import { testPeople } from '../../own-sign-in/e2e/in-a-browser.ts'

testPeople('sign-in-passport', async () => (await import('../server/start.ts')).start(0))
