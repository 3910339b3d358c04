import type { Resolver } from 'react-hook-form'
import { decimal, minorUnits } from '@/lib/orders/money'
import { type PlanInput, planSchema } from '@/lib/orders/plan-schema'
import type { PlanView } from '@/lib/orders/plans'

/** A plan as it is typed: prices with a point, as they are read. */
export interface PlanFields {
  code: string
  name: string
  productCode: string
  mau: string
  monthlyPrice: string
  yearlyPrice: string
  currency: string
  active: boolean
  position: string
}

export const NEW_PLAN: PlanFields = {
  code: '',
  name: '',
  productCode: '',
  mau: '',
  monthlyPrice: '',
  yearlyPrice: '',
  currency: 'USD',
  active: true,
  position: '10',
}

export function fromPlan({
  mau,
  position,
  monthlyPrice,
  yearlyPrice,
  currency,
  ...rest
}: PlanView): PlanFields {
  const { code, name, productCode, active } = rest
  return {
    ...{ code, name, productCode, active, currency },
    mau: String(mau),
    position: String(position),
    monthlyPrice: decimal(monthlyPrice, currency),
    yearlyPrice: decimal(yearlyPrice, currency),
  }
}

/** What cannot be read becomes NaN, which the schema refuses in words. */
export function toPlan({
  mau,
  position,
  monthlyPrice,
  yearlyPrice,
  currency,
  ...rest
}: PlanFields): PlanInput {
  const upper = currency.trim().toUpperCase()
  const price = (text: string) => (/^[A-Z]{3}$/.test(upper) ? minorUnits(text, upper) : null) ?? Number.NaN
  const whole = (text: string) => (text.trim() === '' ? Number.NaN : Number(text))
  return {
    ...rest,
    currency: upper,
    mau: whole(mau),
    position: whole(position),
    monthlyPrice: price(monthlyPrice),
    yearlyPrice: price(yearlyPrice),
  }
}

/** The schema judges the plan that was meant; its messages stand beside what was typed. */
export const planResolver: Resolver<PlanFields> = fields => {
  const { success, error } = planSchema.safeParse(toPlan(fields))
  if (success) return { values: fields, errors: {} }
  const messages = error.issues.map(({ path, message }) => [String(path[0]), { type: 'schema', message }])
  return { values: {}, errors: Object.fromEntries(messages.reverse()) }
}
