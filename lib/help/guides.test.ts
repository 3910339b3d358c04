import { describe, expect, test } from 'vitest'
import { getGuide, listGuides } from './guides'

describe('the guides', () => {
  test('are listed with title and first sentence, what most people come for at the top', async () => {
    const guides = await listGuides({ staff: true })
    expect(guides[0]).toMatchObject({ slug: 'obtain-an-ssa', title: 'Obtain an SSA' })
    for (const { title, summary } of guides) {
      expect(title).not.toBe('')
      expect(summary).toMatch(/\.$/)
      expect(summary).not.toMatch(/[`*]/)
    }
  })

  test('for staff are listed for staff alone', async () => {
    const slugs = async (staff: boolean) => (await listGuides({ staff })).map(({ slug }) => slug)
    const forStaff = ['issue-enterprise-licenses', 'take-payments']
    expect((await slugs(true)).filter(slug => forStaff.includes(slug))).toEqual(forStaff)
    expect((await slugs(false)).filter(slug => forStaff.includes(slug))).toEqual([])
  })

  test('are HTML without their title, with links and pictures that work in the portal', async () => {
    const { html } = await getGuide('obtain-an-ssa')
    expect(html).not.toContain('<h1')
    expect(html).not.toMatch(/(href|src)="[^"]*\.md"/)
    expect(html).not.toMatch(/src="(\.\.\/)?pictures/)
  })

  test.each(['nothing', '../decisions/0001-own-session-adapter', 'x.md', ''])(
    'hold nothing else: %s',
    async slug => {
      await expect(getGuide(slug)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    },
  )
})
