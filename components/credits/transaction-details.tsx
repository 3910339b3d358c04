import { CopyField } from '@/components/ui/copy-field'
import { KeyValueRows } from '@/components/ui/key-value-rows'
import type { Transaction } from './columns'

const ACTOR: Record<string, string> = { client: 'API client', staff: 'staff', user: 'member' }

/** What a row unfolds to. */
export function TransactionDetails({ row }: { row: Transaction }) {
  const kind = ACTOR[row.actorKind]
  return (
    <KeyValueRows
      rows={[
        ...(row.reason ? [{ label: 'Reason', value: row.reason }] : []),
        ...(row.product ? [{ label: 'Product code', value: <code>{row.product.code}</code> }] : []),
        { label: 'Reference', value: row.reference },
        { label: 'By', value: kind ? `${row.actorName} (${kind})` : row.actorName },
        { label: 'Transaction id', value: <CopyField text={row.id} what="transaction id" /> },
      ]}
    />
  )
}
