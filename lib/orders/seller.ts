import type { Ctx } from '@/lib/context'
import { env } from '@/lib/env'

/** Who sells and how to pay, in lines, as invoices say it. Without settings the portal's address stands for the seller. */
export function sellerLines(ctx: Ctx): { seller: string[]; payment: string[] } {
  const { INVOICE_SELLER, INVOICE_PAYMENT } = env()
  const seller = INVOICE_SELLER.length > 0 ? INVOICE_SELLER : [new URL(ctx.issuer).host]
  return { seller, payment: INVOICE_PAYMENT }
}

/** The settings that invoices want and that nobody has made, by name. */
export function missingInvoiceSettings(): string[] {
  const { INVOICE_SELLER, INVOICE_PAYMENT, STRIPE_SECRET_KEY } = env()
  return [
    ...(INVOICE_SELLER.length === 0 ? ['INVOICE_SELLER'] : []),
    // Who pays through Stripe needs no bank.
    ...(INVOICE_PAYMENT.length === 0 && !STRIPE_SECRET_KEY ? ['INVOICE_PAYMENT'] : []),
  ]
}
