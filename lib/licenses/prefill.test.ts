import { describe, expect, it } from 'vitest'
import { testWorld } from '@/lib/testing/context'
import { newSales } from '@/lib/testing/licensing'
import { prefillLicense } from './prefill'
import { prefillLicenseSchema } from './schema'

const world = testWorld()
const asked = (query: object) => prefillLicenseSchema.parse(query)

describe('prefillLicense', () => {
  it('names the organization and the MAU that a ticket asks for', async () => {
    const { organization } = await world.newOrganization()
    const { id, name } = organization
    const sales = await newSales(world)
    const filled = await prefillLicense(sales, asked({ org: id, mau: '5000' }))
    expect(filled).toMatchObject({ organization: { id, name }, mau: 5000 })
    expect(filled.products.map(({ code }) => code)).toEqual(['adminui001', 'gluu4'])
  })

  it('finds the organization also where the ids of many others begin with its own', async () => {
    const id = `org:${crypto.randomUUID()}`
    const others = Array.from({ length: 12 }, (_, index) => `${id}-${index}`)
    await world.db.organization.createMany({
      data: [id, ...others].map(each => ({
        id: each,
        foldedId: each,
        name: each,
        kind: 'TEAM' as const,
        createdAt: world.clock.now(),
      })),
    })
    const filled = await prefillLicense(await newSales(world), asked({ org: id }))
    expect(filled).toMatchObject({ organization: { id }, mau: null })
  })

  it.each([{}, { org: 'org:nobody', mau: 'many' }, { org: ['a', 'b'], mau: '0' }])(
    'leaves open what %j does not say',
    async query => {
      const filled = await prefillLicense(await newSales(world), asked(query))
      expect(filled).toMatchObject({ organization: null, mau: null })
    },
  )

  it('is for sales', async () => {
    for (const ctx of [world.owner, world.operator])
      await expect(prefillLicense(ctx, asked({}))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
