import { z } from '@hono/zod-openapi'
import { parseInput } from '@/lib/parse-input'
import { reportMau, reportOneMonth } from '@/lib/usage/report'
import { monthlyUseSchema, reportMauSchema, reportOneSchema } from '@/lib/usage/schema'
import { noStore } from '../answer'
import { readJson } from '../body'
import { part, serve } from '../call'
import { clientCtx } from '../client-ctx'
import { json, jsonBody } from '../describe'
import { licenseRoutes } from './describe'

/** Monthly active users, reported by installed software or an API client of the organization. */
export const usageReports = part()

const productCode = z.string()
const oneSchema = monthlyUseSchema.extend({ productCode })
const manySchema = z.object({
  productCode,
  reports: z.array(monthlyUseSchema),
  changed: z.int().openapi({ description: 'How many of the months are new, or another number than before.' }),
})

const one = licenseRoutes({
  method: 'put',
  path: '/mau',
  operationId: 'reportMau',
  summary: 'Report the active users of a month',
  description:
    'Keeps the number for the month, named as 2026-11 in UTC; again corrects it. A month that lies ahead is refused.',
  request: { body: jsonBody(reportOneSchema) },
  ok: json(oneSchema, 'What is kept now.'),
})

const many = licenseRoutes({
  method: 'post',
  path: '/mau',
  operationId: 'reportMauOfMonths',
  summary: 'Report the active users of several months',
  description: 'At most 120 months at once: all of them are kept, or none when one is refused.',
  request: { body: jsonBody(reportMauSchema) },
  ok: json(manySchema, 'What is kept now.'),
})

for (const route of one) {
  serve(usageReports, route, async c => {
    const ctx = await clientCtx(c, 'license')
    return noStore(await reportOneMonth(ctx, parseInput(reportOneSchema, await readJson(c))))
  })
}

for (const route of many) {
  serve(usageReports, route, async c => {
    const ctx = await clientCtx(c, 'license')
    return noStore(await reportMau(ctx, parseInput(reportMauSchema, await readJson(c))))
  })
}
