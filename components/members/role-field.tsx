import { Radio, Stack } from '@mantine/core'
import type { Role } from '@/lib/context'
import { ROLE_NAMES, ROLES, roleSentence } from '@/lib/members/roles'

interface Props {
  value: Role
  onChange: (role: Role) => void
  /** Only owners make owners. */
  offerOwner: boolean
  error?: string
}

/** A choice of roles, each with what it may do. */
export function RoleField({ value, onChange, offerOwner, error }: Props) {
  const offered = ROLES.filter(role => role !== 'OWNER' || offerOwner).reverse()
  const choose = (text: string) => {
    const role = offered.find(one => one === text)
    if (role) onChange(role)
  }
  return (
    <Radio.Group error={error} label="Role" onChange={choose} value={value}>
      <Stack gap="xs" mt={4}>
        {offered.map(role => (
          <Radio description={roleSentence(role)} key={role} label={ROLE_NAMES[role]} value={role} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
