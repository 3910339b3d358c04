import { beforeAll, expect, it } from 'vitest'
import { testWorld } from '@/lib/testing/context'
import { queuedMails } from '@/lib/testing/mail'
import { checkout } from '@/lib/testing/ordering'
import { subscribe } from './subscribe'

const world = testWorld()
beforeAll(() => void Object.assign(process.env, { INVOICE_PAYMENT: 'Example Bank\\nIBAN DE02 1203' }))

it('an invoice’s mail says how to pay: its reader may be nobody who can sign in', async () => {
  const org = await world.newOrganization()
  await subscribe(org, checkout({ email: 'bills@acme.example' }))
  const [mail] = await queuedMails(world.operator, 'bills@acme.example')
  expect(mail?.text).toContain('How to pay: Example Bank, IBAN DE02 1203')
})
