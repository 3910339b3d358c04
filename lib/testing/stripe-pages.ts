import type { IncomingMessage, ServerResponse } from 'node:http'
import type { StripeDouble } from './stripe-double'
import { textIn } from './stripe-form'
import type { Invoice, Session } from './stripe-types'

interface Visit {
  request: IncomingMessage
  response: ServerResponse
}

/** What people see of Stripe: a checkout at `/pay/…`, an open invoice at `/invoice/…`. False for any other path. */
export async function answerPage(double: StripeDouble, path: string, visit: Visit): Promise<boolean> {
  const [, area, id = ''] = path.split('/')
  const session = area === 'pay' ? double.state.sessions.get(id) : undefined
  if (session) await checkout(double, session, visit)
  const invoice = area === 'invoice' ? double.state.invoices.get(id) : undefined
  if (invoice) await hostedInvoice(double, invoice, visit)
  return session !== undefined || invoice !== undefined
}

/** The amount and **Pay**, or **Save card** where nothing is to be paid, and a way back. */
async function checkout(double: StripeDouble, session: Session, { request, response }: Visit): Promise<void> {
  if (request.method === 'POST') {
    await double.pay(session)
    response.writeHead(303, { location: session.success_url }).end()
    return
  }
  const { _form: form, cancel_url, mode } = session
  const amount = textIn(form, 'line_items', '0', 'price_data', 'unit_amount')
  const name = textIn(form, 'line_items', '0', 'price_data', 'product_data', 'name')
  const press = mode === 'setup' ? 'Save card' : 'Pay'
  show(response, `<h1>${name || press}</h1><p>${amount}</p>${button(press)}<a href="${cancel_url}">Back</a>`)
}

/** It leads nowhere: people close it or go back by themselves. */
async function hostedInvoice(
  double: StripeDouble,
  invoice: Invoice,
  { request, response }: Visit,
): Promise<void> {
  if (request.method === 'POST') await double.payInvoice(invoice)
  const { number, status } = invoice
  show(response, `<h1>Invoice ${number}</h1>${status === 'paid' ? '<p>Invoice paid</p>' : button('Pay')}`)
}

function button(text: string): string {
  return `<form method="post"><button>${text}</button></form>`
}

function show(response: ServerResponse, body: string): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
  response.end(`<!doctype html><html lang="en"><head><title>Pay</title><link rel="icon" href="data:,"></head>
<body>${body}</body></html>`)
}
