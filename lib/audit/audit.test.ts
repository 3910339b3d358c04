import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Ctx, OrgCtx } from '@/lib/context'
import { testWorld } from '@/lib/testing/context'
import { exportAudit } from './export'
import { exportAllAudit } from './export-all'
import { listAudit } from './list'
import { listAllAudit } from './list-all'
import { auditRow, record } from './record'
import { exportAuditSchema, listAuditSchema } from './schema'

const world = testWorld()

/** An organization of its own for each test, so that each sees its own entries alone. */
let owner: OrgCtx
beforeEach(async () => {
  owner = await world.newOrganization()
})

async function happened(ctx: Ctx, name: string, action: `${string}.${string}` = 'ssa.issue'): Promise<void> {
  await record(ctx.db, ctx, { action, object: { type: 'ssa', id: `id-of-${name}`, name } })
  world.clock.pass(1)
}

const names = async (ctx: OrgCtx, query: Record<string, string> = {}) =>
  (await listAudit(ctx, listAuditSchema.parse(query))).rows.map(row => row.objectName)

async function textOf(chunks: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const chunk of chunks) text += chunk
  return text
}

describe('the audit log of an organization', () => {
  test('tells who did what to which object, when and from where, the latest first', async () => {
    await happened(owner, 'First')
    const at = world.clock.now()
    await record(owner.db, owner, {
      action: 'ssa.revoke',
      object: { type: 'ssa', id: '7', name: 'Second' },
      before: { status: 'ACTIVE' },
      after: { status: 'REVOKED' },
    })
    const page = await listAudit(owner, listAuditSchema.parse({}))
    expect(page.total).toBe(2)
    expect(page.rows[0]).toEqual({
      id: expect.any(String),
      at,
      organizationId: owner.organization.id,
      actorKind: 'user',
      actorId: owner.actor.kind === 'user' && owner.actor.accountId,
      actorName: owner.actor.name,
      action: 'ssa.revoke',
      objectType: 'ssa',
      objectId: '7',
      objectName: 'Second',
      before: { status: 'ACTIVE' },
      after: { status: 'REVOKED' },
      requestId: owner.requestId,
      address: '192.0.2.1',
    })
    expect(page.rows[1]?.objectName).toBe('First')
  })

  test('is not shown to viewers', async () => {
    await expect(listAudit(world.viewer, listAuditSchema.parse({}))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  test('holds nothing of another organization', async () => {
    await happened(world.stranger, 'Theirs')
    await happened(owner, 'Ours')
    expect(await names(owner)).toEqual(['Ours'])
    expect(await names(owner, { q: 'Theirs' })).toEqual([])
    expect(await names(owner, { objectId: 'id-of-Theirs' })).toEqual([])
  })

  test('is narrowed by text, actor, action, object and time', async () => {
    await happened(owner, 'Alpha')
    const between = world.clock.now().toISOString()
    await happened(owner, 'Beta', 'member.remove')
    expect(await names(owner, { q: 'alph' })).toEqual(['Alpha'])
    expect(await names(owner, { q: '%' })).toEqual([])
    expect(await names(owner, { actor: 'nobody' })).toEqual([])
    expect(await names(owner, { actor: '%' })).toEqual([])
    expect(await names(owner, { actor: owner.actor.name })).toEqual(['Beta', 'Alpha'])
    expect(await names(owner, { action: 'member.remove' })).toEqual(['Beta'])
    expect(await names(owner, { action: 'ssa' })).toEqual(['Alpha'])
    expect(await names(owner, { objectType: 'ssa', objectId: 'id-of-Beta' })).toEqual(['Beta'])
    expect(await names(owner, { from: between })).toEqual(['Beta'])
    expect(await names(owner, { to: between })).toEqual(['Alpha'])
  })

  test('reads broken filters as none', async () => {
    await happened(owner, 'Alpha')
    expect(await names(owner, { from: 'yesterday', size: '7', dir: 'up' })).toEqual(['Alpha'])
  })

  test('is turned page by page, there and back, also where entries share a moment', async () => {
    const rows = Array.from({ length: 25 }, (_, index) =>
      auditRow(owner, { action: 'ssa.issue', object: { type: 'ssa', id: `${index}`, name: `${index}` } }),
    )
    await owner.db.auditEvent.createMany({ data: rows })
    const first = await listAudit(owner, listAuditSchema.parse({}))
    const second = await listAudit(owner, listAuditSchema.parse({ after: first.next }))
    const third = await listAudit(owner, listAuditSchema.parse({ after: second.next }))
    const back = await listAudit(owner, listAuditSchema.parse({ before: third.previous }))
    const seen = [...first.rows, ...second.rows, ...third.rows].map(row => row.objectId)
    expect(new Set(seen).size).toBe(25)
    expect([first.rows.length, second.rows.length, third.rows.length]).toEqual([10, 10, 5])
    expect([first.previous, third.next]).toEqual([null, null])
    expect(back.rows).toEqual(second.rows)
    expect(first.total).toBe(25)
  })
})

describe('the audit log of the installation', () => {
  test('holds every organization and what belongs to none', async () => {
    const marker = randomUUID()
    await happened(owner, marker)
    await happened(world.stranger, marker)
    await happened(world.operator, marker, 'keys.rotate')
    const page = await listAllAudit(world.operator, listAuditSchema.parse({ q: marker }))
    expect(page.rows.map(row => row.organizationId)).toEqual([
      null,
      world.stranger.organization.id,
      owner.organization.id,
    ])
  })

  test('is for operators alone', async () => {
    await expect(listAllAudit(owner, listAuditSchema.parse({}))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(exportAllAudit(owner, exportAuditSchema.parse({ format: 'csv' }))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})

describe('an export of the audit log', () => {
  const asked = (query: Record<string, string>) => exportAuditSchema.parse(query)

  test('as CSV has a header line, one line per entry, and no formula', async () => {
    await happened(owner, '=cmd|calc')
    const { filename, contentType, text } = await exportAudit(owner, asked({ format: 'csv' }))
    const lines = (await textOf(text)).split('\r\n')
    expect(filename).toMatch(/^audit-\d{4}-\d{2}-\d{2}\.csv$/)
    expect(contentType).toBe('text/csv; charset=utf-8')
    expect(lines[0]).toBe(
      'time,actor_kind,actor,actor_id,action,object_type,object,object_id,before,after,organization_id,address,request_id,id',
    )
    expect(lines[1]).toContain(",ssa.issue,ssa,'=cmd|calc,id-of-=cmd|calc,,,")
    expect(lines.slice(2)).toEqual([''])
  })

  test('as JSON holds the entries as they are, every one of them, however many', async () => {
    const rows = Array.from({ length: 1203 }, (_, index) =>
      auditRow(owner, { action: 'ssa.issue', object: { type: 'ssa', id: `${index}`, name: '=1' } }),
    )
    await owner.db.auditEvent.createMany({ data: rows })
    world.clock.pass(1)
    const entries: { objectId: string; objectName: string }[] = JSON.parse(
      await textOf((await exportAudit(owner, asked({ format: 'json' }))).text),
    )
    expect(new Set(entries.map(entry => entry.objectId)).size).toBe(1203)
    expect(entries[0]?.objectName).toBe('=1')
  })

  test('as JSON is an empty list when nothing matches', async () => {
    const { text } = await exportAudit(owner, asked({ format: 'json', q: 'nothing' }))
    expect(JSON.parse(await textOf(text))).toEqual([])
  })

  test('follows the filters, and holds nothing of another organization', async () => {
    await happened(owner, 'Alpha')
    await happened(owner, 'Beta')
    await happened(world.stranger, 'Alpha')
    const { text } = await exportAudit(owner, asked({ format: 'json', q: 'alpha' }))
    expect(JSON.parse(await textOf(text))).toMatchObject([
      { objectName: 'Alpha', organizationId: owner.organization.id },
    ])
  })

  test('leaves an entry of its own that names the filters, and is not for viewers', async () => {
    await exportAudit(owner, asked({ format: 'csv', q: 'alpha' }))
    const [entry] = (await listAudit(owner, listAuditSchema.parse({}))).rows
    expect(entry).toMatchObject({ action: 'audit.export', after: { format: 'csv', q: 'alpha' } })
    await expect(exportAudit(world.viewer, asked({ format: 'csv' }))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})
