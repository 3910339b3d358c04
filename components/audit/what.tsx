import { Link } from '@/components/ui/link'
import { sentenceOf } from '@/lib/audit/sentences'
import type { AuditEntry } from './entry'

/** "revoked the SSA my-app", with the name as a link where there is a page to see. */
export function What({ entry, path }: { entry: AuditEntry; path: string | null }) {
  const { before, name, after } = sentenceOf(entry)
  return (
    <span>
      {before} {name && (path ? <Link href={path}>{name}</Link> : <strong>{name}</strong>)} {after}
    </span>
  )
}
