import { describe, expect, test } from 'vitest'
import { consolePathOf, objectPathOf } from './entry'

const about = (objectType: string, more: object = {}) => ({
  action: `${objectType}.change`,
  objectType,
  objectId: '17',
  objectName: 'INV-000017',
  organizationId: 'org:a',
  ...more,
})

describe('an entry of the audit log leads to', () => {
  test.each([
    ['ssa', '/o/org:a/market/ssa/17'],
    ['client', '/o/org:a/clients?q=17'],
    ['license', '/o/org:a/market/flex#license'],
    ['usage', '/o/org:a/market/flex#usage'],
    ['order', '/o/org:a/market/flex/orders/INV-000017'],
    ['subscription', '/o/org:a/market/flex/billing'],
    ['credits', '/o/org:a/market/scan'],
    ['ticket', '/o/org:a/tickets/17'],
    ['member', '/o/org:a/members'],
    ['invitation', '/o/org:a/members'],
    ['organization', '/o/org:a/settings'],
    ['audit', null],
  ])('where members see its %s: %s', (type, path) => {
    expect(objectPathOf(about(type))).toBe(path)
  })

  test.each([
    ['license', '/console/licenses/17'],
    ['order', '/console/orders/INV-000017'],
    ['organization', '/console/organizations?q=17'],
    ['credits', '/console/credits?q=17'],
    ['plan', '/console/plans'],
    ['credit-product', '/console/products'],
    ['ticket', '/console/tickets/17'],
    ['key', '/console/keys'],
    ['configuration', '/console/configuration'],
    ['ssa', null],
  ])('where staff see its %s: %s', (type, path) => {
    expect(consolePathOf(about(type))).toBe(path)
  })

  test('nothing where its object is gone, or belongs to no organization', () => {
    expect(objectPathOf(about('client', { action: 'client.delete' }))).toBeNull()
    expect(objectPathOf(about('ssa', { organizationId: null }))).toBeNull()
  })
})
