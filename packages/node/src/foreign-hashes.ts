import { pbkdf2, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { parseOptions, verify } from '@node-rs/bcrypt'

type Verify = (password: string) => Promise<boolean>

/** What one sign-in may cost at most; a hash that asks for more was not made by anybody's login form. */
const MOST = { bcryptCost: 15, scryptMemory: 256 * 1024 ** 2, scryptBlocks: 2 ** 22, pbkdf2Rounds: 4_000_000 }

// At least 128 bits of hash: a shorter one, or none at all, would let wrong passwords in.
const BCRYPT = /^\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}$/
const SCRYPT = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([+/A-Za-z0-9]+)\$([+/A-Za-z0-9]{22,86})$/
const PBKDF2 =
  /^\$pbkdf2(?:-(sha1|sha256|sha512))?\$(?:i=(\d{1,7})(?:,l=\d{1,3})?|(\d{1,7}))\$([+./A-Za-z0-9]+)\$([+./A-Za-z0-9]{22,86})$/

const scryptAsync = promisify<string, Buffer, number, object, Buffer>(scrypt)
const pbkdf2Async = promisify(pbkdf2)

/**
 * How to check a password against a hash that another product made: bcrypt, scrypt (PHC string) or PBKDF2 (passlib's
 * format or a PHC string). Null for any other format and for parameters beyond reason.
 */
export function foreignHash(hash: string): Verify | null {
  return bcryptHash(hash) ?? scryptHash(hash) ?? pbkdf2Hash(hash)
}

function bcryptHash(hash: string): Verify | null {
  const cost = BCRYPT.test(hash) ? bcryptCost(hash) : null
  return cost !== null && cost <= MOST.bcryptCost ? (password) => verify(password, hash) : null
}

/** Null for costs that there are not, and for characters that no salt or hash ends with. */
function bcryptCost(hash: string): number | null {
  try {
    return parseOptions(hash).cost
  } catch {
    return null
  }
}

function scryptHash(hash: string): Verify | null {
  const [, ln, r, p, salt, expected] = SCRYPT.exec(hash) ?? []
  if (!salt || !expected) return null
  const [N, blockSize, parallelization] = [2 ** Number(ln), Number(r), Number(p)]
  const memory = 128 * N * blockSize
  if (N < 2 || blockSize < 1 || parallelization < 1) return null
  if (memory > MOST.scryptMemory || N * blockSize * parallelization > MOST.scryptBlocks) return null
  return async (password) => {
    const wanted = bytes(expected)
    // OpenSSL counts its working blocks too; twice the table leaves room for them.
    const options = { N, r: blockSize, p: parallelization, maxmem: 2 * memory + 1024 ** 2 }
    return timingSafeEqual(await scryptAsync(password, bytes(salt), wanted.length, options), wanted)
  }
}

function pbkdf2Hash(hash: string): Verify | null {
  const [, digest = 'sha1', phcRounds, passlibRounds, salt, expected] = PBKDF2.exec(hash) ?? []
  if (!salt || !expected) return null
  const rounds = Number(phcRounds ?? passlibRounds)
  if (rounds < 1 || rounds > MOST.pbkdf2Rounds) return null
  return async (password) => {
    const wanted = bytes(expected)
    return timingSafeEqual(await pbkdf2Async(password, bytes(salt), rounds, wanted.length, digest), wanted)
  }
}

/** Unpadded base64; passlib writes `.` for `+`. */
function bytes(base64: string): Buffer {
  return Buffer.from(base64.replaceAll('.', '+'), 'base64')
}
