import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { getGuide, listGuides } from './guides'

async function everyPage() {
  const guides = await listGuides({ staff: true })
  return Promise.all(guides.map(({ slug }) => getGuide(slug)))
}

function found(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(([, text = '']) => text)
}

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

  test('are HTML without their title', async () => {
    const { html } = await getGuide('obtain-an-ssa')
    expect(html).not.toContain('<h1')
  })

  test('have only links that lead somewhere in the portal, and pictures that are there', async () => {
    const pages = await everyPage()
    const anchors = pages.flatMap(({ slug, html }) =>
      found(html, / id="([^"]+)"/g).map(id => `${slug}#${id}`),
    )
    const known = [...pages.map(({ slug }) => slug), ...anchors].map(page => `/help/${page}`)
    const dead = pages.flatMap(({ slug, html }) => [
      ...found(html, / href="(?!https:)([^"]+)"/g).filter(
        to => !known.includes(to.replace(/^#/, `/help/${slug}#`)),
      ),
      ...found(html, / src="([^"]+)"/g).filter(picture => !existsSync(picture.replace('/help/', 'docs/'))),
    ])
    expect(dead).toEqual([])
  })

  test('say where each variable of their commands comes from', async () => {
    const unexplained = (await everyPage()).flatMap(({ slug, html }) =>
      found(html, /\$([A-Z_]+)/g)
        .filter(name => !new RegExp(`\\b${name}=`).test(html))
        .map(name => `${slug}: ${name}`),
    )
    expect(unexplained).toEqual([])
  })

  test.each(['nothing', '../decisions/0001-own-session-adapter', 'x.md', ''])(
    'hold nothing else: %s',
    async slug => {
      await expect(getGuide(slug)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    },
  )
})
