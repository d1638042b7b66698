import { testStorage } from '@rollcall/testing/conformance'
import { createMemoryStorage } from './index.ts'

testStorage('memory', { create: async () => createMemoryStorage() })
