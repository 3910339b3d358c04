import type { Pool } from 'pg'
import { vi } from 'vitest'
import { z } from 'zod'

/** One scan of a plan, and the rows that it really looked at, those that a filter removed included. */
export interface Scan {
  scan: string
  rows: number
}

interface Node {
  'Node Type': string
  'Relation Name'?: string | undefined
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number | undefined
  Plans?: Node[] | undefined
}

const nodeSchema: z.ZodType<Node> = z.lazy(() =>
  z.object({
    'Node Type': z.string(),
    'Relation Name': z.string().optional(),
    'Actual Rows': z.number(),
    'Actual Loops': z.number(),
    'Rows Removed by Filter': z.number().optional(),
    Plans: z.array(nodeSchema).optional(),
  }),
)

const explainedSchema = z.tuple([z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: nodeSchema })]) })])

interface Statement {
  text: string
  values: unknown[]
}

/** How PostgreSQL runs this statement, which it does. */
export async function scansOf(pool: Pool, { text, values }: Statement): Promise<Scan[]> {
  const { rows } = await pool.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values)
  const [
    {
      'QUERY PLAN': [explained],
    },
  ] = explainedSchema.parse(rows)
  return scans(explained.Plan)
}

function scans(node: Node): Scan[] {
  const looked = (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops']
  const own = node['Relation Name']
    ? [{ scan: `${node['Node Type']} on ${node['Relation Name']}`, rows: looked }]
    : []
  return [...own, ...(node.Plans ?? []).flatMap(scans)]
}

const statementSchema = z.object({ text: z.string().regex(/^\s*SELECT/), values: z.array(z.unknown()) })

/** The same of every SELECT that `work` sends through this pool. */
export async function scansDuring(pool: Pool, work: () => Promise<unknown>): Promise<Scan[]> {
  const sent = vi.spyOn(pool, 'query')
  await work()
  const statements = sent.mock.calls.flatMap(([given]) => statementSchema.safeParse(given).data ?? [])
  sent.mockRestore()
  const all = await Promise.all(statements.map(statement => scansOf(pool, statement)))
  return all.flat()
}
