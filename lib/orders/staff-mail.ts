import { staffAddresses } from '@/lib/accounts/staff-roles'
import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { composeMail } from '@/lib/email/layout'
import { queueMail } from '@/lib/email/queue'
import type { MailedOrder } from './mails'
import { money } from './money'
import { orderNumber } from './number'

interface ToRefund {
  order: MailedOrder
  /** A sentence: why the money pays for nothing. */
  reason: string
}

/** Tells people of sales, else everybody of staff, that money waits to be paid back. */
export async function mailStaff(tx: Tx, ctx: Ctx, { order, reason }: ToRefund): Promise<void> {
  const number = orderNumber(order.number)
  const sales = await staffAddresses(tx, 'SALES')
  for (const to of sales.length > 0 ? sales : await staffAddresses(tx)) {
    const mail = composeMail({
      to,
      subject: `To be refunded: ${money(order.amount, order.currency)} for ${number}`,
      paragraphs: [
        `${order.company} has paid ${money(order.amount, order.currency)} for the order ${number}, which pays for nothing any more.`,
        `The reason: ${reason}`,
      ],
      action: { label: 'Open the order', url: `${ctx.issuer}/console/orders/${number}` },
      footnote: 'You get this mail because you look after orders here.',
    })
    await queueMail(tx, ctx, mail)
  }
}
