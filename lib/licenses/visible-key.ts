import { may } from '@/lib/access/authorize'
import type { Actor } from '@/lib/context'

/** A license key for whoever asks: whole for those who may see it, else its last group, which tells it from others. */
export function visibleKey(actor: Actor, key: string): string {
  return may(actor, 'license:read-key') ? key : key.replaceAll(/[A-Z2-9]{4}-/g, '••••-')
}
