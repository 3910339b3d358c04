import type { Client } from './types'

/** How a client came to be, said so that installations and programs can be told apart. */
export function kindOf({ kind, ssaJti }: Pick<Client, 'kind' | 'ssaJti'>): string {
  if (kind === 'API') return 'Made here'
  return ssaJti ? 'By SSA' : 'By token'
}
