import { VisuallyHidden } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { ROLE_NAMES, ROLES, roleRows } from '@/lib/members/roles'
import classes from './role-table.module.css'

/** The permission table, as far as it is about roles. */
export function RoleTable() {
  return (
    <div className={classes.frame}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Permission</th>
            {ROLES.map(role => (
              <th key={role} scope="col">
                {ROLE_NAMES[role]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {roleRows().map(({ description, roles }) => (
            <tr key={description}>
              <th scope="row">{description}</th>
              {ROLES.map(role => (
                <td key={role}>{roles.includes(role) ? <Yes /> : <VisuallyHidden>No</VisuallyHidden>}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Yes() {
  return (
    <>
      <IconCheck aria-hidden="true" className={classes.yes} size={16} />
      <VisuallyHidden>Yes</VisuallyHidden>
    </>
  )
}
