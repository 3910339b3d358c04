/** A filter for text that contains `text`, in any case. Prisma hands LIKE's wildcards through: here they are text. */
export function containing(text: string): { contains: string; mode: 'insensitive' } {
  return { contains: text.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' }
}
