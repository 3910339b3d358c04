import {
  createCipheriv,
  createDecipheriv,
  createHash,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

const ALGORITHM = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/** What the master secret gives: sealing for what must be read again, keys for what must only be compared. */
export interface Secrets {
  /** AES-256-GCM under a key of this purpose; `iv ‖ tag ‖ ciphertext`. */
  seal(purpose: string, plain: Uint8Array): Uint8Array<ArrayBuffer>
  /** Throws when the bytes were sealed under another secret or purpose, or changed. */
  open(purpose: string, sealed: Uint8Array): Buffer
  /** 256 bits, in hexadecimal, derived from the master secret for one purpose. */
  derive(purpose: string): string
}

/** HKDF-SHA-256 (RFC 5869) gives every purpose its own key, so that one use never weakens another. */
export function secretsFrom(master: string): Secrets {
  const keyFor = (purpose: string) => Buffer.from(hkdfSync('sha256', master, 'writ', purpose, 32))
  return {
    seal(purpose, plain) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv(ALGORITHM, keyFor(purpose), iv)
      const text = Buffer.concat([cipher.update(plain), cipher.final()])
      return Uint8Array.from(Buffer.concat([iv, cipher.getAuthTag(), text]))
    },
    open(purpose, sealed) {
      const bytes = Buffer.from(sealed)
      const decipher = createDecipheriv(ALGORITHM, keyFor(purpose), bytes.subarray(0, IV_BYTES))
      decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
      return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
    },
    derive: purpose => keyFor(purpose).toString('hex'),
  }
}

/** 256 random bits behind a prefix that tells a leaked secret's kind. */
export function newToken(prefix: string): string {
  return `${prefix}${randomBytes(32).toString('base64url')}`
}

/** How random tokens are kept: a slow hash buys nothing on 256 random bits. Hexadecimal. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Equality in constant time for two hashes of one length. */
export function sameHash(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
