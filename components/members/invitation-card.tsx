import { Button, Text } from '@mantine/core'
import { LinkButton } from '@/components/ui/link-button'
import { PostForm } from '@/components/ui/post-form'
import type { InvitationPreview } from '@/lib/members/preview'
import { AcceptForm, type AcceptState } from './accept-form'
import { InvitationEnd } from './invitation-end'
import { InvitationNote } from './invitation-note'
import { InvitationOffer } from './invitation-offer'

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
        <InvitationNote title={`Join ${preview.offer.organization.name}`}>
          <InvitationOffer {...preview.offer} />
          <AcceptForm accept={accept} token={token} />
          <LinkButton href="/" variant="default">
            Not now
          </LinkButton>
        </InvitationNote>
      )
    case 'visitor':
      return (
        <InvitationNote title={`Join ${preview.offer.organization.name}`}>
          <InvitationOffer {...preview.offer} />
          <Text>
            It is for <strong>{preview.address}</strong>: sign in with that address to accept. If you have no
            account yet, signing in makes one.
          </Text>
          <LinkButton href={signInPath}>Sign in to accept</LinkButton>
        </InvitationNote>
      )
    case 'other':
      return <ForSomebodyElse preview={preview} switchAccount={switchAccount} token={token} />
    default:
      return <InvitationEnd preview={preview} />
  }
}

interface ForSomebodyElseProps extends Pick<Props, 'token' | 'switchAccount'> {
  preview: Extract<InvitationPreview, { state: 'other' }>
}

function ForSomebodyElse({ preview, token, switchAccount }: ForSomebodyElseProps) {
  return (
    <InvitationNote title="This invitation is for somebody else">
      <Text>
        It invites <strong>{preview.address}</strong> to {preview.offer.organization.name}. You are signed in
        as <strong>{preview.signedInAs}</strong>.
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
    </InvitationNote>
  )
}
