import { randomInt } from 'node:crypto'

/** Upper-case letters and digits that nobody confuses: no I, O, 0, 1. Five bits each, eighty in a key. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const GROUP = 4

/** A new license key, such as H3VG-RK73-GS6J-Y6AD. */
export function newLicenseKey(): string {
  const group = () =>
    Array.from({ length: GROUP }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('')
  return Array.from({ length: GROUP }, group).join('-')
}

/** A key as it was issued, from what software and people send: in quotes, in lower case, with spaces around. */
export function readLicenseKey(text: string): string {
  return text.replaceAll(/["\s]/g, '').toUpperCase()
}
