import type { Metadata } from 'next'
import { IssuePage } from '@/components/licenses/issue/issue-page'
import { authorize } from '@/lib/access/authorize'
import { staffPage } from '@/lib/http/page'
import { listProducts } from '@/lib/licenses/products'
import { issueAction } from '../actions'

export const metadata: Metadata = { title: 'Issue enterprise license' }

/** `org` and `mau` fill the form in, as a ticket asks for them. */
export default async function NewLicensePage({ searchParams }: PageProps<'/console/licenses/new'>) {
  const { org, mau } = await searchParams
  const products = await staffPage(async ctx => {
    authorize(ctx, 'license:issue')
    return listProducts(ctx)
  })
  return (
    <IssuePage issue={issueAction} mau={Number(mau) || null} org={String(org ?? '')} products={products} />
  )
}
