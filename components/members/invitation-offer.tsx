import { List, ListItem, Text } from '@mantine/core'
import { DateTime } from '@/components/ui/date-time'
import { Disclosure } from '@/components/ui/disclosure'
import type { InvitationPreview } from '@/lib/members/preview'
import { ROLE_NAMES, roleRows } from '@/lib/members/roles'

type Offer = Extract<InvitationPreview, { state: 'open' }>['offer']

/** Who invites, as what, until when, and what that role may do. */
export function InvitationOffer({
  invitedBy,
  role,
  expiresAt,
}: Pick<Offer, 'invitedBy' | 'role' | 'expiresAt'>) {
  const name = ROLE_NAMES[role].toLowerCase()
  return (
    <>
      <Text>
        {invitedBy} invites you as <strong>{name}</strong>. The invitation expires <DateTime at={expiresAt} />
        .
      </Text>
      <Disclosure summary={`What an organization’s ${name} may do`}>
        <List size="sm" spacing={2}>
          {roleRows()
            .filter(({ roles }) => roles.includes(role))
            .map(({ description }) => (
              <ListItem key={description}>{description}</ListItem>
            ))}
        </List>
      </Disclosure>
    </>
  )
}
