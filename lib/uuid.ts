import { randomUUID } from 'node:crypto'

/** A UUID of version 7 (RFC 9562 §5.7), which sorts by when it was made: for rows that do not go through Prisma. */
export function uuid7(): string {
  const time = Date.now().toString(16).padStart(12, '0')
  // The variant and the random bits are those of a version 4, whose randomness Node draws in advance.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}
