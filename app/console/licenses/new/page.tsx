import type { Metadata } from 'next'
import { IssuePage } from '@/components/licenses/issue/issue-page'
import { authorize } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { staffPage } from '@/lib/http/page'
import { listProducts } from '@/lib/licenses/products'
import { listAllOrganizations } from '@/lib/organizations/list-all'
import { listOrganizationsSchema } from '@/lib/organizations/list-all-schema'
import { parseInput } from '@/lib/parse-input'
import { issueAction } from '../actions'

export const metadata: Metadata = { title: 'Issue enterprise license' }

/** `org` and `mau` fill the form in, as a ticket asks for them. */
export default async function NewLicensePage({ searchParams }: PageProps<'/console/licenses/new'>) {
  const { org, mau } = await searchParams
  const known = await staffPage(async ctx => {
    authorize(ctx, 'license:issue')
    return { products: await listProducts(ctx.db), organization: org ? await named(ctx, String(org)) : null }
  })
  return <IssuePage {...known} issue={issueAction} mau={Number(mau) || null} />
}

/** The organization of this id; null: there is none, and another one is to be chosen. */
async function named(ctx: Ctx, id: string) {
  const { rows } = await listAllOrganizations(ctx, parseInput(listOrganizationsSchema, { q: id }))
  return rows.find(row => row.id === id) ?? null
}
