import type { Step } from '@/components/licenses/standing'
import { LinkButton } from '@/components/ui/link-button'
import { contactSalesPath } from './paths'

interface Props {
  organizationId: string
  steps: readonly Step[]
  /** The threshold of the license that there is. */
  mau?: number
}

const LABEL: Record<Exclude<Step, 'TRIAL'>, string> = {
  SUBSCRIBE: 'Subscribe',
  RENEW: 'Renew',
  CONNECT: 'Connect your Flex',
  CONTACT_SALES: 'Contact sales',
}

/** A button for each step, the first one in the accent. */
export function NextSteps({ organizationId, steps, mau }: Props) {
  return steps
    .filter(step => step !== 'TRIAL')
    .map((step, index) => (
      <LinkButton
        href={hrefOf(step, organizationId, mau)}
        key={step}
        variant={index === 0 ? 'filled' : 'default'}
      >
        {LABEL[step]}
      </LinkButton>
    ))
}

function hrefOf(step: Exclude<Step, 'TRIAL'>, organizationId: string, mau?: number): string {
  if (step === 'CONTACT_SALES') return contactSalesPath(organizationId, mau)
  return step === 'CONNECT' ? '#connect' : '#plans'
}
