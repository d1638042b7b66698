import { webCryptography } from '@rollcall/core'
import { nodeCryptography } from '@rollcall/node'
import { testCryptography } from '../conformance.ts'

testCryptography('WebCrypto', { create: () => webCryptography })
testCryptography('Node', { create: nodeCryptography })
