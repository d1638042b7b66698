import { argon2idHasher } from '@rollcall/node'
import { testPasswordHasher } from '../conformance.ts'

testPasswordHasher('argon2id', { create: () => argon2idHasher({ memoryCost: 8, timeCost: 1 }) })
