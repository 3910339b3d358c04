import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Tx } from './db'
import { lockRow, lockRowAndReferences } from './lock'
import { testWorld } from './testing/context'
import { idOf } from './testing/people'

const world = testWorld()

/** Milliseconds that a statement of another connection waits for a lock. */
const PATIENCE = 200

/** Whether another transaction may do this while one holds the lock. */
async function passes(locked: (tx: Tx) => Promise<unknown>, other: (tx: Tx) => Promise<unknown>) {
  return world.db.$transaction(async tx => {
    expect(await locked(tx)).toBe(true)
    const meanwhile = world.db.$transaction(async second => {
      await second.$executeRawUnsafe(`SET LOCAL lock_timeout = ${PATIENCE}`)
      await other(second)
    })
    return meanwhile.then(
      () => true,
      error => {
        expect(String(error)).toContain('lock timeout')
        return false
      },
    )
  })
}

it('a locked row is changed by nobody else, and others may refer to it', async () => {
  const id = idOf(world.owner)
  const locked = (tx: Tx) => lockRow(tx, 'account', { id })
  const rename = (tx: Tx) => tx.account.update({ where: { id }, data: { name: 'Ada' }, select: { id: true } })
  expect(await passes(locked, rename)).toBe(false)
  expect(await passes(locked, tx => lockRow(tx, 'account', { id }))).toBe(false)
  expect(await passes(locked, tx => newSession(tx, id))).toBe(true)
})

it('locked with its references, others refer to it when the lock is gone', async () => {
  const id = idOf(world.owner)
  const locked = (tx: Tx) => lockRowAndReferences(tx, 'account', { id })
  expect(await passes(locked, tx => newSession(tx, id))).toBe(false)
  await newSession(world.db, id)
})

it('a row of several columns is found by all of them, and none is locked that is not there', async () => {
  const key = { organization_id: world.owner.organization.id, account_id: idOf(world.owner) }
  expect(await lockRow(world.db, 'member', key)).toBe(true)
  expect(await lockRow(world.db, 'member', { ...key, account_id: randomUUID() })).toBe(false)
})

/** Its foreign key points to the account. */
async function newSession(tx: Tx, accountId: string): Promise<void> {
  const data = { accountId, tokenHash: randomUUID(), expiresAt: world.clock.now() }
  await tx.session.create({ data, select: { id: true } })
}
