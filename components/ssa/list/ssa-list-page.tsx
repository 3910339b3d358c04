import { PageHeader } from '@/components/ui/page-header'
import type { Result } from '@/lib/result'
import type { SoftwareRole } from '@/lib/ssa/roles'
import type { IssueSsaInput, RevokeAllSsasInput } from '@/lib/ssa/schema'
import { CreateSsaButton, CreateSsaDialog } from '../create/create-ssa'
import { ssaListUrl, ssaPath } from '../paths'
import { RevokeAll } from './revoke-all'
import { SsaList } from './ssa-list'
import classes from './ssa-list-page.module.css'

interface Props {
  organization: { id: string; name: string }
  /** How many "Revoke All" would end; 0 for those who may not. */
  live: number
  /** The roles on offer; null for those who may not create SSAs. */
  roles: SoftwareRole[] | null
  issue: (input: IssueSsaInput) => Promise<Result<{ jti: string; softwareId: string }>>
  revokeAll: (input: RevokeAllSsasInput) => Promise<Result<{ revoked: number }>>
}

export function SsaListPage({ organization, live, roles, issue, revokeAll }: Props) {
  const create = roles && <CreateSsaButton />
  return (
    <div className={classes.page}>
      <PageHeader
        actions={
          <>
            {live > 0 && <RevokeAll live={live} organization={organization} revokeAll={revokeAll} />}
            <span className={classes.create}>{create}</span>
          </>
        }
        crumbs={[{ label: 'Market' }]}
        description="Software statement assertions vouch for your installations: with one, an installation registers itself and gets its license."
        title="SSA Management"
      />
      <SsaList create={create} organizationId={organization.id} />
      {roles && (
        <CreateSsaDialog
          issue={issue}
          listUrl={ssaListUrl(organization.id)}
          path={ssaPath(organization.id)}
          roles={roles}
        />
      )}
    </div>
  )
}
