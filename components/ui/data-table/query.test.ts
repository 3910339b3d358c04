import { describe, expect, test } from 'vitest'
import { canonicalQuery, changedQuery, isFiltered, tableKey, withoutFilters } from './query'

test('server and browser name the same question alike', () => {
  const server = canonicalQuery({
    sort: 'createdAt',
    q: ['a', 'b'],
    status: '',
    after: undefined,
    create: '1',
  })
  const browser = canonicalQuery(
    Object.fromEntries(new URLSearchParams('q=b&create=1&status=&sort=createdAt')),
  )
  expect(tableKey('/list', server)).toEqual(['/list', 'q=b&sort=createdAt'])
  expect(tableKey('/list', browser)).toEqual(tableKey('/list', server))
})

describe('changing a parameter', () => {
  test('leads back to the first page', () => {
    expect(changedQuery({ after: 'x', size: '25' }, { q: 'app' })).toEqual({ q: 'app', size: '25' })
  })

  test('keeps the cursor that was asked for', () => {
    expect(changedQuery({ after: 'x', q: 'app' }, { before: 'y' })).toEqual({ before: 'y', q: 'app' })
  })

  test('to null removes it', () => {
    expect(changedQuery({ q: 'app', size: '25' }, { q: null })).toEqual({ size: '25' })
  })
})

test('a list is narrowed by whatever does not say how it is shown', () => {
  expect(isFiltered({ size: '25', sort: 'createdAt', dir: 'asc', after: 'x' })).toBe(false)
  expect(isFiltered({ status: 'ACTIVE' })).toBe(true)
})

test('clearing the filters keeps size and order, and forgets the page', () => {
  const query = { q: 'app', status: 'ACTIVE', after: 'x', size: '25', sort: 'createdAt', dir: 'asc' }
  expect(withoutFilters(query)).toEqual({ size: '25', sort: 'createdAt', dir: 'asc' })
})
