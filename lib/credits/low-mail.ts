import { composeMail } from '@/lib/email/layout'
import type { Mail } from '@/lib/email/send'
import { organizationPath } from '@/lib/organizations/path'
import { creditsText } from './credits-text'

interface Facts {
  to: string
  organization: { id: string; name: string }
  balance: number
  threshold: number
  issuer: string
}

/** The mail that says that credits run low. */
export function lowMail({ to, organization, balance, threshold, issuer }: Facts): Mail {
  const left = `${creditsText(balance)} left`
  const next =
    balance === 0
      ? 'Services that cost credits refuse to work until there are more.'
      : 'When they are used up, services that cost credits refuse to work.'
  return composeMail({
    to,
    subject: `${organization.name} has ${left}`,
    paragraphs: [
      `The organization "${organization.name}" has ${left}. Its threshold is ${creditsText(threshold)}.`,
      `${next} License calls are free and go on. Ask the operators of this installation for more credits.`,
    ],
    action: {
      label: 'See what they were spent on',
      url: `${issuer}${organizationPath(organization.id, 'market/scan')}`,
    },
    footnote: `You get this mail because you are an owner or admin of ${organization.name}. There is no other until the credits have been above the threshold again; change it under Market, SCAN, Settings.`,
  })
}
