import { ForbiddenMessage } from '@/components/layout/state-messages'
import { requestId } from '@/lib/http/context'

export default async function ForbiddenInOrganization() {
  return <ForbiddenMessage requestId={await requestId()} />
}
