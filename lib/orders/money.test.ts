import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimal, minorUnits, money } from './money'
import { orderNumber, parseOrderNumber } from './number'

test('amounts are told in their currency’s own digits', () => {
  expect(money(5000, 'USD')).toBe('$50.00')
  expect(money(5000, 'JPY')).toBe('¥5,000')
  expect(decimal(5, 'USD')).toBe('0.05')
})

test('what is typed comes back as it was told, to the cent', () => {
  fc.assert(
    fc.property(fc.nat(99_999_999), fc.constantFrom('USD', 'EUR', 'JPY', 'KWD'), (minor, currency) => {
      expect(minorUnits(decimal(minor, currency), currency)).toBe(minor)
    }),
  )
})

test.each(['', '1,50', '1.505', '-1', '1e3', '.5', '1.'])('%j is not an amount', text => {
  expect(minorUnits(text, 'USD')).toBeNull()
})

test('the number of an order is read as it is told', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999 }), number => {
      expect(parseOrderNumber(orderNumber(number))).toBe(number)
    }),
  )
  expect(parseOrderNumber('inv-42')).toBe(42)
  for (const text of ['', 'INV-', 'INV-0', 'INV-1e3', '42', 'INV-9999999999'])
    expect(parseOrderNumber(text)).toBeNull()
})
