import type { Tx } from '@/lib/db'
import { MAILED_SELECT, type MailedOrder } from './mails'

/** The latest order of a subscription: whom to write to, and about what. */
export async function latestOrder(tx: Tx, subscriptionId: string): Promise<MailedOrder> {
  return tx.order.findFirstOrThrow({
    where: { subscriptionId },
    orderBy: { number: 'desc' },
    select: MAILED_SELECT,
  })
}
