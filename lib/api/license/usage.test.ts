import { expect, it } from 'vitest'
import { testWorld } from '@/lib/testing/context'
import { testDoor } from '@/lib/testing/door'
import { licenseCalls, newStatement } from '@/lib/testing/license-calls'

const world = testWorld()
const door = testDoor(world)

it('takes the active users of a month, corrects it, and of several months all or none', async () => {
  world.clock.set(new Date('2026-11-21T10:00:00Z'))
  const org = await world.newOrganization()
  const { bearer } = await licenseCalls(door, await newStatement(org))
  const call = async (method: 'PUT' | 'POST', path: string, body: unknown) => {
    const headers = { ...(await bearer()), 'content-type': 'application/json' }
    const response = await door.call(path, { method, headers, body: JSON.stringify(body) })
    return [response.status, await response.json()]
  }
  const told = { productCode: 'adminui001', month: '2026-10', mau: 1234 }
  const sent = { month: '2026-10', mau: 1234 }
  expect(await call('PUT', '/v1/license/mau', sent)).toEqual([200, told])
  expect(await call('PUT', '/scan/license/mau', { ...sent, mau: 1300 })).toEqual([
    200,
    { ...told, mau: 1300 },
  ])
  const reports = [sent, { month: '2026-09', mau: 1000 }]
  const many = { productCode: 'adminui001', reports, changed: 2 }
  expect(await call('POST', '/v1/license/mau', { reports })).toEqual([200, many])

  const ahead = 'This month lies ahead. Report it when it has begun.'
  const refused = (message: unknown, reason = 'INVALID_REQUEST') => [422, { code: 422, message, reason }]
  expect(await call('PUT', '/v1/license/mau', { month: '2026-12', mau: 1 })).toEqual(refused(ahead))
  const half = {
    reports: [
      { month: '2026-08', mau: 7 },
      { month: '2026-12', mau: 1 },
    ],
  }
  expect(await call('POST', '/v1/license/mau', half)).toEqual(refused(`reports.1.month: ${ahead}`))
  const wrong = expect.stringContaining('month')
  expect(await call('PUT', '/v1/license/mau', { month: '10/2026', mau: 1 })).toEqual(refused(wrong))
  const nothing = { month: '2026-10', mau: 1, productCode: 'nothing' }
  expect(await call('PUT', '/v1/license/mau', nothing)).toEqual(
    refused(expect.any(String), 'UNKNOWN_PRODUCT'),
  )
  const where = { organizationId: org.organization.id }
  const kept = await world.db.mauReport.findMany({
    where,
    orderBy: { month: 'asc' },
    select: { month: true, mau: true },
  })
  expect(kept).toEqual([{ month: '2026-09', mau: 1000 }, sent])
  expect((await door.call('/v1/license/mau', { method: 'PUT', body: '{}' })).status).toBe(401)
})
