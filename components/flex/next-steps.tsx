import type { Step } from '@/components/licenses/card-states'
import { LinkButton } from '@/components/ui/link-button'
import { contactSalesPath } from './paths'
import { StartTrial, type StartTrialProps } from './trial/start-trial'

interface Props {
  organizationId: string
  steps: readonly Step[]
  /** The threshold of the license that there is. */
  mau?: number
  /** Null where there is no trial to start. */
  trial: StartTrialProps | null
}

const LABEL: Record<Exclude<Step, 'TRIAL'>, string> = {
  SUBSCRIBE: 'Subscribe',
  RENEW: 'Renew',
  CONNECT: 'Connect your Flex',
  CONTACT_SALES: 'Contact sales',
}

/** A button for each step, the first one in the accent. */
export function NextSteps({ organizationId, steps, mau, trial }: Props) {
  return steps.map((step, index) => {
    if (step === 'TRIAL') return trial && <StartTrial key={step} {...trial} />
    const variant = index === 0 ? 'filled' : 'default'
    return (
      <LinkButton href={hrefOf(step, organizationId, mau)} key={step} variant={variant}>
        {LABEL[step]}
      </LinkButton>
    )
  })
}

function hrefOf(step: Exclude<Step, 'TRIAL'>, organizationId: string, mau?: number): string {
  if (step === 'CONTACT_SALES') return contactSalesPath(organizationId, mau)
  return step === 'CONNECT' ? '#connect' : '#plans'
}
