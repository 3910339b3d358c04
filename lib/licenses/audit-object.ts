/** How audit rows name a license. */
export function auditObject({ id, key }: { id: string; key: string }) {
  return { type: 'license', id, name: key }
}
