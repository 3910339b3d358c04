import { AppError } from '@/lib/errors'
import { organizationPath } from '@/lib/organizations/path'
import { orderNumber } from './number'
import type { PaymentProvider } from './provider-type'

/** No outside service: the customer pays an invoice by bank, and people mark it paid in the Console. */
export const invoiceProvider: PaymentProvider = {
  method: 'INVOICE',
  async open(ctx, { organizationId, number }) {
    const path = organizationPath(organizationId, `market/flex/orders/${orderNumber(number)}`)
    return { url: `${ctx.issuer}${path}` }
  },
  // Nobody outside knows of our orders and subscriptions: there is no one to tell.
  async close() {},
  async cancel() {},
  async change() {},
  async keepPrice() {},
  async openLate() {
    throw byInvoice()
  },
  async openPaymentMethod() {
    throw byInvoice()
  },
  async quoteInterval() {
    return null
  },
  async beginInterval() {},
  async left() {
    throw byInvoice()
  },
  async refund() {},
  async end() {},
}

function byInvoice(): AppError {
  return new AppError('CONFLICT', 'This subscription is paid by invoice. Its open order says how.')
}
