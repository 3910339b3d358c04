/** Bytes that the name of the software may take: the whole stays below the 255 that file systems allow. */
const LONGEST = 180

/**
 * `ssa-<software id>-<yyyy-mm-dd>.jwt` with the UTC day of issue. Letters and digits of any script stay; every other sign
 * becomes one that all file systems allow.
 */
export function jwtFileName({ softwareId, createdAt }: { softwareId: string; createdAt: Date }): string {
  const safe = softwareId
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
    .replace(/-{2,}/g, '-')
    .replace(/\.{2,}/g, '.')
  const name = shorten(safe).replace(/^[-.]+|[-.]+$/g, '')
  const day = createdAt.toISOString().slice(0, 10)
  return ['ssa', name, day].filter(Boolean).join('-').concat('.jwt')
}

function shorten(name: string): string {
  const characters = [...name]
  while (new TextEncoder().encode(characters.join('')).length > LONGEST) characters.pop()
  return characters.join('')
}
