import { NotFoundMessage } from '@/components/layout/state-messages'
import { requestId } from '@/lib/http/context'

export default async function NotFoundInConsole() {
  return <NotFoundMessage requestId={await requestId()} />
}
