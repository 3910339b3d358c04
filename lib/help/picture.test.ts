import { expect, test } from 'vitest'
import { getPicture } from './picture'

test('a picture of the guides is given by its name', async () => {
  const picture = await getPicture('flex-light.png')
  expect([...(picture ?? [])].slice(1, 4)).toEqual([...'PNG'].map(letter => letter.charCodeAt(0)))
})

test.each(['nothing.png', '../guides/tickets.md', 'a/../flex-light.png', 'flex-light.PNG', ''])(
  'nothing else is given by the name "%s"',
  async name => {
    expect(await getPicture(name)).toBeNull()
  },
)
