import type { Step } from '@/components/licenses/card-states'
import { newTicketPath } from '@/components/tickets/paths'
import { LinkButton } from '@/components/ui/link-button'
import type { LicenseView } from '@/lib/licenses/view'
import { StartTrial, type StartTrialProps } from './trial/start-trial'

interface Props {
  organizationId: string
  steps: readonly Step[]
  /** What there is, or was. */
  license: LicenseView | null
  /** Null where there is no trial to start. */
  trial: StartTrialProps | null
}

const LABEL: Record<Exclude<Step, 'TRIAL'>, string> = {
  PAY: 'See what is to be paid',
  SUBSCRIBE: 'Subscribe',
  RENEW: 'Renew',
  CONNECT: 'Connect your Flex',
  CONTACT_SALES: 'Contact sales',
}

/** A button for each step, the first one in the accent. */
export function NextSteps({ organizationId, steps, license, trial }: Props) {
  return steps.map((step, index) => {
    if (step === 'TRIAL') return trial && <StartTrial key={step} {...trial} />
    const variant = index === 0 ? 'filled' : 'default'
    return (
      <LinkButton href={hrefOf(step, organizationId, license)} key={step} variant={variant}>
        {LABEL[step]}
      </LinkButton>
    )
  })
}

function hrefOf(step: Exclude<Step, 'TRIAL'>, organizationId: string, license: LicenseView | null): string {
  if (step === 'CONNECT') return '#connect'
  // Enterprise licenses have no plan to be renewed with.
  const bySales = step === 'CONTACT_SALES' || (step === 'RENEW' && license?.kind === 'ENTERPRISE')
  return bySales ? newTicketPath(organizationId, 'SALES', license?.productCode) : '#plans'
}
