import { StatusBadge } from '@/components/ui/status-badge'
import type { OrderStatus } from '@/lib/orders/schema'
import { ORDER_STATUS } from './words'

export function OrderStatusBadge({ status }: { status: OrderStatus }) {
  const { label, tone } = ORDER_STATUS[status]
  return <StatusBadge tone={tone}>{label}</StatusBadge>
}
