import { List } from '@mantine/core'
import { counted } from '@/components/ui/counted'
import type { ClientsOfSsa } from '@/lib/clients/of-ssa'

/** The clients that a revocation ends, by number and, the latest of them, by name. */
export function WhatStops({ clients }: { clients: ClientsOfSsa | null }) {
  if (!clients) {
    return (
      <List.Item>
        The clients registered with it are disabled, and their tokens stop working at once.
      </List.Item>
    )
  }
  const { active, rows } = clients
  if (active === 0) return <List.Item>No client that works now is registered with it.</List.Item>
  const named = rows.filter(({ status }) => status === 'ACTIVE').slice(0, 5)
  const more = active > named.length
  return (
    <List.Item style={{ overflowWrap: 'anywhere' }}>
      <strong>{counted(active, 'client')}</strong> registered with it {active === 1 ? 'is' : 'are'} disabled,
      and {active === 1 ? 'its' : 'their'} tokens stop working at once
      {named.length > 0 && (
        <>
          {': '}
          {named.map(({ name, id }) => `${name} (${id.slice(0, 8)})`).join(', ')}
          {more && ' and others'}
        </>
      )}
      .
    </List.Item>
  )
}
