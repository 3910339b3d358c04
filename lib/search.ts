/** A filter for text that contains `text`, in any case. Prisma hands LIKE's wildcards through: here they are text. */
export function containing(text: string): { contains: string; mode: 'insensitive' } {
  return { contains: text.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' }
}

/** The words of a search, parted as the database's words_of() parts a text: by blanks and every ASCII sign. */
export function wordsOf(text: string): string[] {
  return text.split(/[\s!-/:-@[-`{-~]+/).filter(word => word !== '')
}
