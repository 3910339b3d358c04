/** The members of a JSON object; null for any other value. Cheaper than a schema where nothing is known of the members. */
export function jsonObject(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
}
