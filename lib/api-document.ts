// The machine door and Next's bundle each load their own copy of this module: the global is what they share.
const slot: { writApiDocument?: () => string } = globalThis as { writApiDocument?: () => string }

/** The machine door lets pages read what it says of itself. */
export function shareApiDocument(read: () => string): void {
  slot.writApiDocument = read
}

/** The OpenAPI document of the machine door, as JSON. Throws before the door was made. */
export function apiDocument(): string {
  if (!slot.writApiDocument) throw new Error('The machine door is not there yet.')
  return slot.writApiDocument()
}
