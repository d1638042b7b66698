import { testPeople } from '../../own-sign-in/e2e/in-a-browser.ts'

testPeople('sign-in-auth-js', async () => (await import('../server/start.ts')).start(0))
