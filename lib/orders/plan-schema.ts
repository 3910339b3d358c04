import { z } from 'zod'
import { visibleName } from '@/lib/visible-name'
import { MOST_PLAN_MAU } from './largest-plan'

/** What Stripe takes at most. */
const DEAREST = 99_999_999

const price = z
  .int('Use a price such as 50.00.')
  .min(1, 'A plan costs something. For a free one, issue a license.')
  .max(DEAREST, 'This is more than can be charged.')

export const planSchema = z.object({
  code: z
    .string()
    .trim()
    .regex(/^[a-z0-9][a-z0-9-]{1,48}$/, 'Use lower-case letters, digits and hyphens.'),
  name: visibleName('Give the plan a name.'),
  productCode: z.string().min(1, 'Choose a product.').max(100),
  mau: z
    .int('Use a whole number.')
    .min(1, 'At least one monthly active user.')
    .max(
      MOST_PLAN_MAU,
      `At most ${MOST_PLAN_MAU.toLocaleString('en')}; larger licenses are issued by sales.`,
    ),
  monthlyPrice: price,
  yearlyPrice: price,
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/, 'Use a currency code such as USD.'),
  active: z.boolean(),
  position: z.int('Use a whole number.').min(0).max(1000),
})
export type PlanInput = z.output<typeof planSchema>

/** Its code and product are what they are from the start. */
export const changePlanTermsSchema = planSchema.omit({ productCode: true })
export type ChangePlanTermsInput = z.output<typeof changePlanTermsSchema>
