/** How the audit log names the credits of an organization. */
export function auditObject({ id, name }: { id: string; name: string }) {
  return { type: 'credits', id, name }
}
