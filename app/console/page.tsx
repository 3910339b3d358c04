import { redirect } from 'next/navigation'
import { staffPage } from '@/lib/http/page'

/** Every staff role may see the organizations. */
export default async function ConsolePage() {
  await staffPage(async () => undefined)
  redirect('/console/organizations')
}
