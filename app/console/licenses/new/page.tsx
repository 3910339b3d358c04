import type { Metadata } from 'next'
import { IssuePage } from '@/components/licenses/issue/issue-page'
import { staffPage } from '@/lib/http/page'
import { prefillLicense } from '@/lib/licenses/prefill'
import { prefillLicenseSchema } from '@/lib/licenses/schema'
import { parseInput } from '@/lib/parse-input'
import { issueAction } from '../actions'

export const metadata: Metadata = { title: 'Issue enterprise license' }

/** `org` and `mau` fill the form in, as a ticket asks for them. */
export default async function NewLicensePage({ searchParams }: PageProps<'/console/licenses/new'>) {
  const query = await searchParams
  const known = await staffPage(ctx => prefillLicense(ctx, parseInput(prefillLicenseSchema, query)))
  return <IssuePage {...known} issue={issueAction} />
}
