import { CopyField } from '@/components/ui/copy-field'
import { DateTime } from '@/components/ui/date-time'
import { KeyValueRows } from '@/components/ui/key-value-rows'
import type { SsaChecks, SsaDetails } from '@/lib/ssa/get'
import { lifetimeInWords } from '@/lib/ssa/lifetime'
import { SsaStatusBadge } from '../status'
import classes from './detail.module.css'

interface Props {
  ssa: SsaDetails
  organization: { id: string; name: string }
}

export function DetailRows({ ssa, organization }: Props) {
  const rows = [
    { label: 'Software Name', value: ssa.softwareId },
    { label: 'Description', value: ssa.description && <p className={classes.text}>{ssa.description}</p> },
    { label: 'State', value: <SsaStatusBadge status={ssa.status} /> },
    {
      label: 'Organization',
      value: (
        <>
          {organization.name} <CopyField text={organization.id} what="organization id" />
        </>
      ),
    },
    { label: 'Grant types', value: ssa.grantTypes.join(', ') },
    { label: 'Software roles', value: ssa.softwareRoles.join(', ') },
    { label: 'One time use', value: yesNo(ssa.oneTimeUse) },
    { label: 'Rotate SSA', value: yesNo(ssa.rotateSsa) },
    { label: 'Creation date', value: <Created ssa={ssa} /> },
    { label: 'Expiration date', value: <DateTime at={ssa.expiresAt} /> },
    { label: 'SSA Lifetime', value: lifetimeInWords(ssa.lifetime) },
    { label: 'Checked', value: <Checked checks={ssa.checks} /> },
    ...Object.entries(ssa.customAttributes).map(([label, value]) => ({ label, value })),
    { label: 'Signing key', value: <CopyField text={ssa.kid} what="key id" /> },
    { label: 'SSA id (jti)', value: <CopyField text={ssa.jti} what="SSA id" /> },
  ]
  return <KeyValueRows rows={rows} />
}

function Created({ ssa }: { ssa: SsaDetails }) {
  return (
    <>
      <DateTime at={ssa.createdAt} /> by {ssa.issuedByName}
    </>
  )
}

/** How often software asked the SSA endpoint whether it is live. */
function Checked({ checks }: { checks: SsaChecks | null }) {
  if (!checks) return 'Never'
  const { times, refused, lastAt } = checks
  return (
    <>
      {times.toLocaleString('en')} {times === 1 ? 'time' : 'times'}
      {refused > 0 && ` (${refused.toLocaleString('en')} refused)`}, last <DateTime at={lastAt} />
    </>
  )
}

const yesNo = (value: boolean) => (value ? 'Yes' : 'No')
