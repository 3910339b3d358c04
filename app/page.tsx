import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { LAST_ORGANIZATION_COOKIE } from '@/components/layout/last-organization'
import { homeOrganization } from '@/lib/accounts/home'
import { accountPage } from '@/lib/http/page'
import { organizationPath } from '@/lib/organizations/path'

/** The portal starts where the work is: the SSAs of the organization that was used last. */
export default async function StartPage() {
  const lastUsed = (await cookies()).get(LAST_ORGANIZATION_COOKIE)?.value
  const home = await accountPage(ctx => homeOrganization(ctx, lastUsed))
  redirect(home === null ? '/organizations/new' : organizationPath(home, 'market/ssa'))
}
