import { Cut } from '@/components/ui/cut'
import classes from './organization-cell.module.css'

interface Props {
  organizationName: string
  organizationId: string
}

/** Whose a row of the Console is: names are not unique, ids are. */
export function OrganizationCell({ organizationName, organizationId }: Props) {
  return (
    <span className={classes.organization}>
      <Cut text={organizationName} />
      <span className={classes.id}>{organizationId}</span>
    </span>
  )
}
