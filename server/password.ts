import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { Refusal } from './errors.ts'

const cost = { N: 2 ** 16, r: 8, p: 1 }
/** In bytes; longer ones are refused before they are hashed. */
export const longestPassword = 1024
let running = 0
const queue: (() => void)[] = []

/** `scrypt$N$r$p$salt$hash`, about a quarter of a second. */
export async function hashPassword(password: string): Promise<string> {
  if (Buffer.byteLength(password) > longestPassword) throw new Refusal('PASSWORD_TOO_LONG')
  const salt = randomBytes(16)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), (await derive(password, salt, cost)).toString('base64url')].join('$')
}

/** Takes the same time whether or not there is anything to compare with. */
export async function samePassword(password: string, kept: string | undefined): Promise<boolean> {
  if (Buffer.byteLength(password) > longestPassword) throw new Refusal('PASSWORD_TOO_LONG')
  const [, N, r, p, salt, hash] = (kept ?? decoy).split('$')
  const wanted = Buffer.from(hash ?? '', 'base64url')
  const found = await derive(password, Buffer.from(salt ?? '', 'base64url'), { N: Number(N), r: Number(r), p: Number(p) })
  return wanted.length === found.length && timingSafeEqual(wanted, found) && kept !== undefined
}

const decoy = ['scrypt', cost.N, cost.r, cost.p, Buffer.alloc(16).toString('base64url'), Buffer.alloc(32).toString('base64url')].join('$')

/** At most two at a time: each needs 64 MB. */
async function derive(password: string, salt: Buffer, { N, r, p }: typeof cost): Promise<Buffer> {
  if (running >= 2) await new Promise<void>((resolve) => queue.push(resolve))
  running++
  try {
    return await new Promise((resolve, reject) => {
      scrypt(password.normalize('NFC'), salt, 32, { N, r, p, maxmem: 256 * N * r }, (error, key) => (error ? reject(error) : resolve(key)))
    })
  } finally {
    running--
    queue.shift()?.()
  }
}
