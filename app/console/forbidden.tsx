import { ForbiddenMessage } from '@/components/layout/state-messages'
import { requestId } from '@/lib/http/context'

export default async function ForbiddenInConsole() {
  return <ForbiddenMessage where="console" requestId={await requestId()} />
}
