import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { testWorld } from '@/lib/testing/context'
import { listAllOrganizations } from './list-all'
import { listOrganizationsSchema } from './list-all-schema'

const world = testWorld()

const list = (query: Record<string, string | null> = {}) =>
  listAllOrganizations(world.operator, listOrganizationsSchema.parse(query))

/** Organizations whose names share a word that no other has. */
async function someOrganizations(count: number, createdAt?: Date): Promise<string> {
  const word = randomUUID()
  const data = Array.from({ length: count }, (_, index) => {
    const id = `org:${word}-${String(index).padStart(2, '0')}`
    return { id, foldedId: id, name: `Org ${word}`, kind: 'TEAM' as const, ...(createdAt && { createdAt }) }
  })
  await world.db.organization.createMany({ data })
  return word
}

describe('the organizations of an installation', () => {
  test('are told with their members and SSAs', async () => {
    const { id, name } = world.owner.organization
    expect((await list({ q: id })).rows).toEqual([
      { id, name, kind: 'TEAM', createdAt: expect.any(Date), members: 3, ssas: 0 },
    ])
  })

  test('are found by a member’s e-mail address and by kind', async () => {
    const owner = world.stranger.actor
    const account = await world.db.account.findFirstOrThrow({
      where: { id: owner.kind === 'user' ? owner.accountId : '' },
    })
    const found = await list({ q: account.email })
    expect(found.rows.map(row => row.id)).toEqual([world.stranger.organization.id])
    expect((await list({ q: account.email, kind: 'EXTERNAL' })).rows).toEqual([])
    expect((await list({ q: '%' })).rows).toEqual([])
  })

  test('are turned page by page, there and back, also where many were made at one moment', async () => {
    const word = await someOrganizations(25, new Date('2026-01-01T00:00:00Z'))
    const first = await list({ q: word })
    const second = await list({ q: word, after: first.next })
    const third = await list({ q: word, after: second.next })
    const back = await list({ q: word, before: third.previous })
    expect([first, second, third].map(page => page.rows.length)).toEqual([10, 10, 5])
    expect(new Set([first, second, third].flatMap(page => page.rows.map(row => row.id))).size).toBe(25)
    expect(back.rows).toEqual(second.rows)
    expect([first.total, first.previous, third.next]).toEqual([25, null, null])
  })

  test('are for staff alone', async () => {
    const asOwner = listAllOrganizations(world.owner, listOrganizationsSchema.parse({}))
    await expect(asOwner).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
