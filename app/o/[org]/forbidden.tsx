import { ForbiddenMessage } from '@/components/layout/state-messages'
import { requestId } from '@/lib/http/context'

export default async function ForbiddenInOrganization() {
  return <ForbiddenMessage where="organization" requestId={await requestId()} />
}
