import { Text } from '@mantine/core'
import { LinkButton } from '@/components/ui/link-button'
import type { InvitationPreview } from '@/lib/members/preview'
import { INVITATION_DAYS } from '@/lib/members/terms'
import { organizationPath } from '@/lib/organizations/path'
import { InvitationNote } from './invitation-note'

interface Props {
  preview: Extract<InvitationPreview, { state: 'member' | 'expired' | 'unknown' }>
}

/** An invitation with nothing left to accept, and the way on from there. */
export function InvitationEnd({ preview }: Props) {
  switch (preview.state) {
    case 'member':
      return (
        <InvitationNote title={`You are a member of ${preview.organization.name}`}>
          <Text>There is nothing left to accept.</Text>
          <LinkButton href={organizationPath(preview.organization.id)}>
            Open {preview.organization.name}
          </LinkButton>
        </InvitationNote>
      )
    case 'expired':
      return (
        <InvitationNote title="This invitation has expired">
          <Text>
            Ask whoever invited you to {preview.organization.name} to send it again. A link works for{' '}
            {INVITATION_DAYS} days.
          </Text>
          {START}
        </InvitationNote>
      )
    case 'unknown':
      return (
        <InvitationNote title="This invitation does not work">
          <Text>
            It was accepted or withdrawn, or a newer mail took its place. Look for a later mail, or ask for a
            new invitation.
          </Text>
          {START}
        </InvitationNote>
      )
  }
}

const START = (
  <LinkButton href="/" variant="default">
    Go to the start page
  </LinkButton>
)
