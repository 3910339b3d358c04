import { createHash } from 'node:crypto'
import type { ClientCtx, Ctx } from '@/lib/context'
import { brokeUnique } from '@/lib/db'
import { log } from '@/lib/log'
import { uuid7 } from '@/lib/uuid'
import { creditsText } from './credits-text'
import { type AskedDebit, bookDebit, type DebitAnswer, type DebitOutcome } from './hot'
import { authorizePlatform } from './platform'
import { refused } from './refused'
import type { DebitInput } from './request-schema'
import { tellLow } from './tell-low'

export interface Debit {
  transactionId: string
  organizationId: string
  product: string
  quantity: number
  /** Credits in all. */
  cost: number
  /** What is left. */
  balance: number
  reference: string | null
  at: Date
}

const KEY = /^[\x21-\x7e]{1,255}$/

/**
 * Takes the cost of a product from an organization's credits: once for each key of the client, which is told the same
 * each time. Refused with the reason; INSUFFICIENT_CREDITS is kept for the key, other refusals are not.
 */
export async function debitCredits(ctx: Ctx, key: string | undefined, input: DebitInput): Promise<Debit> {
  authorizePlatform(ctx)
  const asked = askedOf(ctx, assertKey(key), input)
  const { answer, facts } = await bookOnce(ctx, asked)
  if (!answer) throw whyNot(facts, input)
  if (answer.bodyHash !== asked.bodyHash) {
    throw refused(
      'IDEMPOTENCY_KEY_REUSED',
      'This Idempotency-Key was used for a debit that asked for something else. Take a new one for each debit.',
    )
  }
  if (facts.untold) await tellSoon(ctx, answer.organizationId)
  return debited(answer, input)
}

function assertKey(key: string | undefined): string {
  if (key !== undefined && KEY.test(key)) return key
  throw refused(
    'IDEMPOTENCY_KEY_REQUIRED',
    'Send the header Idempotency-Key: 1 to 255 visible ASCII characters, new for each debit and the same when you try again.',
  )
}

function askedOf({ actor, clock }: ClientCtx, key: string, input: DebitInput): AskedDebit {
  const { org_id, product, quantity, reference } = input
  const body = JSON.stringify([org_id, product, quantity, reference])
  return {
    clientId: actor.clientId,
    clientName: actor.name,
    key,
    bodyHash: createHash('sha256').update(body).digest('hex'),
    foldedId: org_id.toLowerCase(),
    product,
    quantity,
    reference,
    entryId: uuid7(),
    at: clock.now(),
  }
}

/** Of requests with one key at once the first books, and the others are answered as it was. */
async function bookOnce({ pool }: ClientCtx, asked: AskedDebit): Promise<DebitOutcome> {
  try {
    return await bookDebit(pool, asked)
  } catch (error) {
    if (!brokeUnique(error, 'credit_request_pkey')) throw error
    return bookDebit(pool, asked)
  }
}

function whyNot({ organization, offered }: DebitOutcome['facts'], { org_id, product }: DebitInput) {
  if (!organization) return refused('UNKNOWN_ORGANIZATION', `There is no organization ${org_id}.`)
  if (offered === null) return refused('UNKNOWN_PRODUCT', `There is no SCAN product ${product}.`)
  if (!offered) return refused('PRODUCT_INACTIVE', `The SCAN product ${product} is not offered any more.`)
  return refused('NOT_SIGNED_UP', `The organization ${org_id} has not signed up for SCAN.`)
}

function debited(answer: DebitAnswer, { product, quantity, reference }: DebitInput): Debit {
  const { entryId, organizationId, cost, balance, at } = answer
  if (entryId === null) {
    const has = `The organization ${organizationId} has ${creditsText(balance)}`
    throw refused('INSUFFICIENT_CREDITS', `${has}, and this costs ${cost.toLocaleString('en')}.`)
  }
  return { transactionId: entryId, organizationId, product, quantity, cost, balance, reference, at }
}

/** The debit stands whatever becomes of the mail: the next debit, or the daily sweep, tells what was not told. */
async function tellSoon(ctx: ClientCtx, organizationId: string): Promise<void> {
  try {
    await tellLow(ctx, organizationId)
  } catch (error) {
    log.warn({ err: error, organizationId }, 'nobody could be told of low credits')
  }
}
