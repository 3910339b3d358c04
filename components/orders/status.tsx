import { StatusBadge } from '@/components/ui/status-badge'
import type { OrderStatus } from '@/lib/orders/schema'
import { NOT_REFUNDED, ORDER_STATUS } from './words'

interface Props {
  /** As the page has it, or as the portal read sends it. */
  order: { status: OrderStatus; refundFailedAt: Date | string | null }
}

export function OrderStatusBadge({ order: { status, refundFailedAt } }: Props) {
  const { label, tone } = refundFailedAt === null ? ORDER_STATUS[status] : NOT_REFUNDED
  return <StatusBadge tone={tone}>{label}</StatusBadge>
}
