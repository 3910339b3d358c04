import type { Metadata } from 'next'
import { KeysPage } from '@/components/console/keys-page'
import { may } from '@/lib/access/authorize'
import { staffPage } from '@/lib/http/page'
import { listKeys } from '@/lib/keys/list'
import { rotateAction } from './actions'

export const metadata: Metadata = { title: 'Signing keys' }

export default async function ConsoleKeysPage() {
  const { keys, mayRotate } = await staffPage(async ctx => ({
    keys: await listKeys(ctx),
    mayRotate: may(ctx.actor, 'keys:rotate'),
  }))
  return <KeysPage keys={keys} rotate={mayRotate ? rotateAction : null} />
}
