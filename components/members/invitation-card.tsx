import { Button, List, ListItem, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { DateTime } from '@/components/ui/date-time'
import { Disclosure } from '@/components/ui/disclosure'
import { LinkButton } from '@/components/ui/link-button'
import { PostForm } from '@/components/ui/post-form'
import type { InvitationPreview } from '@/lib/members/preview'
import { ROLE_NAMES, roleRows } from '@/lib/members/roles'
import { INVITATION_DAYS } from '@/lib/members/terms'
import { organizationPath } from '@/lib/organizations/path'
import { AcceptForm, type AcceptState } from './accept-form'

interface Props {
  preview: InvitationPreview
  token: string
  signInPath: string
  accept: (state: AcceptState, form: FormData) => Promise<AcceptState>
  switchAccount: (form: FormData) => Promise<void>
}

/** An invitation as whoever opened its link may see it, with what they can do next. */
export function InvitationCard({ preview, token, signInPath, accept, switchAccount }: Props) {
  switch (preview.state) {
    case 'open':
      return (
        <Card title={`Join ${preview.offer.organization.name}`}>
          <Offer {...preview.offer} />
          <AcceptForm accept={accept} token={token} />
          <LinkButton href="/" variant="default">
            Not now
          </LinkButton>
        </Card>
      )
    case 'visitor':
      return (
        <Card title={`Join ${preview.offer.organization.name}`}>
          <Offer {...preview.offer} />
          <Text>
            It is for <strong>{preview.address}</strong>: sign in with that address to accept. If you have no
            account yet, signing in makes one.
          </Text>
          <LinkButton href={signInPath}>Sign in to accept</LinkButton>
        </Card>
      )
    case 'other':
      return (
        <Card title="This invitation is for somebody else">
          <Text>
            It invites <strong>{preview.address}</strong> to {preview.offer.organization.name}. You are signed
            in as <strong>{preview.signedInAs}</strong>.
          </Text>
          <Text>
            If that address is yours, too, sign in with it. Else ask for an invitation to the address you use.
          </Text>
          <PostForm action={switchAccount}>
            <input name="token" type="hidden" value={token} />
            <Button fullWidth type="submit">
              Sign in with another address
            </Button>
          </PostForm>
          <LinkButton href="/" variant="default">
            Stay signed in
          </LinkButton>
        </Card>
      )
    default:
      return <Over preview={preview} />
  }
}

type OverState = Extract<InvitationPreview, { state: 'member' | 'expired' | 'unknown' }>

function Over({ preview }: { preview: OverState }) {
  switch (preview.state) {
    case 'member':
      return (
        <Card title={`You are a member of ${preview.organization.name}`}>
          <Text>There is nothing left to accept.</Text>
          <LinkButton href={organizationPath(preview.organization.id)}>
            Open {preview.organization.name}
          </LinkButton>
        </Card>
      )
    case 'expired':
      return (
        <Card title="This invitation has expired">
          <Text>
            Ask whoever invited you to {preview.organization.name} to send it again. A link works for{' '}
            {INVITATION_DAYS} days.
          </Text>
          <LinkButton href="/" variant="default">
            Go to the start page
          </LinkButton>
        </Card>
      )
    case 'unknown':
      return (
        <Card title="This invitation does not work">
          <Text>
            It was accepted or withdrawn, or a newer mail took its place. Look for a later mail, or ask for a
            new invitation.
          </Text>
          <LinkButton href="/" variant="default">
            Go to the start page
          </LinkButton>
        </Card>
      )
  }
}

type Offered = Pick<
  Extract<InvitationPreview, { state: 'open' }>['offer'],
  'invitedBy' | 'role' | 'expiresAt'
>

function Offer({ invitedBy, role, expiresAt }: Offered) {
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

function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap="md">
      <Title order={1}>{title}</Title>
      {children}
    </Stack>
  )
}
