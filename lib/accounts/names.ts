import { randomInt } from 'node:crypto'

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'
const ID_CHARACTERS = 12

/** An organization id that says nothing about anyone: `org:` and 12 lower-case base32 characters (60 bits). */
export function newOrganizationId(): string {
  const pick = () => BASE32[randomInt(BASE32.length)]
  return `org:${Array.from({ length: ID_CHARACTERS }, pick).join('')}`
}

/** A name to begin with, from the part before the `@`: `ada.lovelace+writ@…` gives `Ada Lovelace`. */
export function nameFromEmail(email: string): string {
  const [local = email] = email.split(/[+@]/)
  const words = local.split(/[._-]+/).filter(Boolean)
  return words.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || email
}
