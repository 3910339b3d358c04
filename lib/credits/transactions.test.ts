import { describe, expect, it } from 'vitest'
import type { OrgCtx } from '@/lib/context'
import { openDatabase } from '@/lib/db'
import { writeGathered } from '@/lib/gathered'
import { testWorld } from '@/lib/testing/context'
import { debit, ledgerOf, platformClient, signedUp } from '@/lib/testing/credits'
import { cuttable } from '@/lib/testing/cuttable'
import { installedBy } from '@/lib/testing/licensing'
import { exportTransactions } from './export'
import { noteLicenseCall } from './license-calls'
import { listTransactions } from './list'
import { exportTransactionsSchema, listTransactionsSchema } from './schema'

const world = testWorld()
const client = () => platformClient(world.operator)

const read = async (ctx: OrgCtx, query: object = {}) =>
  (await listTransactions(ctx, listTransactionsSchema.parse(query))).rows
const references = async (ctx: OrgCtx, query: object = {}) =>
  (await read(ctx, query)).map(row => row.reference)

async function taken(ctx: OrgCtx, query: object): Promise<string> {
  const { text } = await exportTransactions(ctx, exportTransactionsSchema.parse(query))
  let all = ''
  for await (const chunk of text) all += chunk
  return all
}

/** An organization with a few entries, a second apart. */
async function busy(): Promise<OrgCtx> {
  const org = await signedUp(world)
  for (const [product, reference] of [
    ['supergluu', 'a'],
    ['typekey', '=1+1'],
    ['supergluu', 'c'],
  ]) {
    world.clock.pass(1)
    await debit(client(), org, { product, reference })
  }
  world.clock.pass(1)
  return org
}

describe('the transactions of an organization', () => {
  it('come latest first, narrowed by product, kind and time', async () => {
    const org = await busy()
    const now = world.clock.now().getTime()
    const at = (seconds: number) => new Date(now - seconds * 1000).toISOString()
    expect(await references(org)).toEqual(['c', '=1+1', 'a', null])
    expect(await references(org, { product: 'supergluu' })).toEqual(['c', 'a'])
    expect(await references(org, { kind: 'SIGN_UP' })).toEqual([null])
    expect(await references(org, { from: at(2), to: at(1) })).toEqual(['=1+1'])
    expect(await references(org, { dir: 'asc' })).toEqual([null, 'a', '=1+1', 'c'])
    expect(await references(org, { kind: 'nonsense', from: 'never' })).toHaveLength(4)
  })

  it('are turned page by page, with an exact total', async () => {
    const org = await signedUp(world)
    for (let n = 0; n < 11; n++) await debit(client(), org, { reference: String(n) })
    const first = await listTransactions(org, listTransactionsSchema.parse({}))
    expect([first.rows.length, first.total, first.previous]).toEqual([10, 12, null])
    const second = await listTransactions(org, listTransactionsSchema.parse({ after: first.next ?? '' }))
    expect([second.rows.length, second.next]).toEqual([2, null])
    const back = await listTransactions(org, listTransactionsSchema.parse({ before: second.previous ?? '' }))
    expect(back.rows).toEqual(first.rows)
  })

  it('are taken away as CSV without formulas, and as JSON', async () => {
    const org = await busy()
    const csv = (await taken(org, { format: 'csv', product: 'typekey' })).trimEnd().split('\r\n')
    expect(csv).toHaveLength(2)
    expect(csv[0]).toBe(
      'time,kind,product,product_name,quantity,cost,received,balance,reference,reason,actor_kind,actor,id',
    )
    expect(csv[1]).toMatch(/Z,DEBIT,typekey,Typekey,1,4,0,495,'=1\+1,,client,Billing,[0-9a-f-]{36}$/)
    expect(JSON.parse(await taken(org, { format: 'json' }))).toMatchObject([
      { kind: 'DEBIT', reference: 'c' },
      { reference: '=1+1' },
      { reference: 'a' },
      { kind: 'SIGN_UP', credits: 500 },
    ])
  })

  it('are those of the organization alone', async () => {
    await busy()
    expect(await read(world.stranger)).toEqual([])
    const nobody = { ...world.owner, actor: { kind: 'user' as const, accountId: 'x', name: 'x', role: null } }
    await expect(read(nobody)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(taken(nobody, { format: 'csv' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('license calls', () => {
  it('are entered at no cost, together, where the organization has signed up', async () => {
    const org = await signedUp(world)
    const [software, others] = [await installedBy(org), await installedBy(await world.newOrganization())]
    for (const operation of ['retrieve', 'activate', 'isActive']) {
      world.clock.pass(1)
      noteLicenseCall(software, operation)
      noteLicenseCall(others, operation)
    }
    noteLicenseCall(org, 'by a person')
    noteLicenseCall(client(), 'by the platform')
    await writeGathered(world.db)
    expect((await read(org)).slice(0, 3)).toMatchObject(
      ['isActive', 'activate', 'retrieve'].map(reference => ({
        kind: 'LICENSE_CALL',
        product: { code: 'license' },
        credits: 0,
        balance: 500,
        reference,
        actorName: software.actor.name,
      })),
    )
    expect(await ledgerOf(org)).toEqual({ balance: 500, sum: 500, transactions: 4, entries: 4 })
  })

  it('wait while the database is away, and are entered once when it is back', async () => {
    const org = await signedUp(world)
    const line = await cuttable(world.pool.options.connectionString ?? '')
    const away = openDatabase(line.url, () => {})
    const software = { ...(await installedBy(org)), db: away.db }
    line.cut()
    noteLicenseCall(software, 'isActive')
    await writeGathered(away.db)
    expect(await ledgerOf(org)).toMatchObject({ entries: 1 })
    line.mend()
    await writeGathered(away.db)
    await writeGathered(away.db)
    expect(await ledgerOf(org)).toEqual({ balance: 500, sum: 500, transactions: 2, entries: 2 })
    await away.close()
    await line.close()
  })
})
