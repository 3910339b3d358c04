import { describe, expect, it, vi } from 'vitest'
import { testWorld } from '@/lib/testing/context'
import { staffGrantSchema } from './schema'
import { grantStaff, listStaff, revokeStaff } from './staff'
import { staffRoles } from './staff-roles'

// Settings are read once, by whoever asks first.
vi.hoisted(() => vi.stubEnv('WRIT_OPERATORS', 'Root@Example.org'))
const world = testWorld()
const ada = { email: 'ada@example.org', role: 'SALES' as const }

describe('staff roles', () => {
  it('are granted to an address once, with one audit row, and taken away again', async () => {
    await grantStaff(world.operator, ada)
    await grantStaff(world.operator, ada)
    expect(await staffRoles(world.db, ada.email)).toEqual(['SALES'])
    await revokeStaff(world.operator, ada)
    expect(await staffRoles(world.db, ada.email)).toEqual([])
    await expect(revokeStaff(world.operator, ada)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const events = await world.db.auditEvent.findMany({
      where: { objectId: ada.email },
      orderBy: { id: 'asc' },
    })
    expect(events).toMatchObject([
      { action: 'staff.grant', organizationId: null, after: { role: 'SALES' } },
      { action: 'staff.revoke', organizationId: null, before: { role: 'SALES' } },
    ])
  })

  it('come from the settings, too', async () => {
    expect(await staffRoles(world.db, 'root@example.org')).toEqual(['OPERATOR'])
    expect(await listStaff(world.operator)).toEqual([
      { email: 'root@example.org', role: 'OPERATOR', from: 'settings' },
    ])
  })

  it('belong to nobody without a verified address', async () => {
    expect(await staffRoles(world.db, null)).toEqual([])
  })

  it('are for operators to grant', async () => {
    for (const verb of [grantStaff, revokeStaff]) {
      await expect(verb(world.owner, ada)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    await expect(listStaff(world.owner)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('are named in either case on the command line', () => {
    expect(staffGrantSchema.parse({ email: ' Ada@Example.org ', role: 'sales' })).toEqual(ada)
    expect(staffGrantSchema.safeParse({ email: 'ada@example.org', role: 'boss' }).success).toBe(false)
  })
})
