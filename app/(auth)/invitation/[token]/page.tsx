import type { Metadata } from 'next'
import { InvitationCard } from '@/components/members/invitation-card'
import { currentSession } from '@/lib/auth/session'
import { visitorCtx } from '@/lib/http/context'
import { openPage } from '@/lib/http/page'
import { previewInvitation } from '@/lib/members/preview'
import { acceptAction, switchAccountAction } from './actions'
import { signInFirst } from './paths'

export const metadata: Metadata = { title: 'Invitation', robots: { index: false } }

/** Opening it accepts nothing, so that programs that open every link in a mail do no harm. */
export default async function InvitationPage({ params }: PageProps<'/invitation/[token]'>) {
  const { token } = await params
  const preview = await openPage(async () => {
    const session = await currentSession()
    return previewInvitation(await visitorCtx(), { token }, session?.accountId ?? null)
  })
  return (
    <InvitationCard
      accept={acceptAction}
      preview={preview}
      signInPath={signInFirst(token)}
      switchAccount={switchAccountAction}
      token={token}
    />
  )
}
