import { z } from 'zod'
import { MAX_INT4 } from '@/lib/int4'
import { DEFAULT_PRODUCT } from '@/lib/licenses/products'
import { MONTH } from './month'

/** Months that one call may report: ten years. */
const MOST_MONTHS = 120
/** Characters of a CSV file: some thousand months. */
const LONGEST_CSV = 100_000

const productCode = z
  .string()
  .trim()
  .min(1, 'Name a product, or leave it out.')
  .max(100)
  .default(DEFAULT_PRODUCT)

const MAU = 'Give the number of active users: a whole number, at most 2,147,483,647.'

/** The active users of one month. */
export const monthlyUseSchema = z.object({
  month: z.string().regex(MONTH, 'Name the month as 2026-11.'),
  mau: z.int(MAU).min(0, MAU).max(MAX_INT4, MAU),
})

export const usageOfSchema = z.object({ productCode })
export type UsageOf = z.output<typeof usageOfSchema>

export interface UsageOfOrganization extends UsageOf {
  organizationId: string
}

/** Several months at once; a month that was reported before is corrected. */
export const reportMauSchema = z.object({
  productCode,
  reports: z
    .array(monthlyUseSchema)
    .min(1, 'Report one month at least.')
    .max(MOST_MONTHS, 'Report at most 120 months at once.'),
})
export type ReportMauInput = z.output<typeof reportMauSchema>

export const reportOneSchema = monthlyUseSchema.extend({ productCode })
export type ReportOneInput = z.output<typeof reportOneSchema>

export const reportCsvSchema = z.object({
  productCode,
  csv: z
    .string()
    .max(LONGEST_CSV, 'The file is longer than 100,000 characters. Send it in parts.')
    .refine(text => text.trim() !== '', 'Choose a file, or paste its lines.'),
})
export type ReportCsvInput = z.output<typeof reportCsvSchema>
