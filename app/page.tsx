import { redirect } from 'next/navigation'
import { accountPage } from '@/lib/http/page'
import { listMyOrganizations } from '@/lib/organizations/list-mine'
import { organizationPath } from '@/lib/organizations/path'

/** The portal starts where the work is: the SSAs of the person's first organization. */
export default async function StartPage() {
  const [first] = await accountPage(listMyOrganizations)
  redirect(first ? organizationPath(first.id, 'market/ssa') : '/organizations/new')
}
