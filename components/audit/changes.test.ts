import { expect, test } from 'vitest'
import { changesOf } from './changes'

test('the values of an entry stand side by side', () => {
  const before = { role: 'VIEWER', email: null }
  const after = { role: 'ADMIN', roles: ['a', 'b'] }
  expect(changesOf({ before, after })).toEqual([
    { name: 'role', before: 'VIEWER', after: 'ADMIN' },
    { name: 'email', before: 'none', after: '' },
    { name: 'roles', before: '', after: 'a, b' },
  ])
})

test('an entry without values has no changes', () => {
  expect(changesOf({ before: null, after: null })).toEqual([])
})
