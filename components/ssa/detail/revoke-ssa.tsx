'use client'

import { Button, List, Text } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useAsking } from '@/components/ui/use-asking'
import type { ClientsOfSsa } from '@/lib/clients/of-ssa'
import type { Result } from '@/lib/result'
import { WhatStops } from './what-stops'

interface Props {
  softwareId: string
  /** What registered with it; null for those who may not see clients. */
  clients: ClientsOfSsa | null
  /** Portal reads that it makes out of date. */
  reads: string[]
  revoke: () => Promise<Result<unknown>>
}

export function RevokeSsa({ softwareId, clients, reads, revoke }: Props) {
  const router = useRouter()
  const { run, ask, dialog } = useAsking(revoke, {
    invalidate: reads,
    done: `${softwareId} was revoked.`,
    onDone: () => router.refresh(),
  })
  return (
    <>
      <Button color="red" onClick={ask} variant="outline">
        Revoke
      </Button>
      <ConfirmDialog {...dialog} confirm="Revoke" onConfirm={() => run(undefined)} title="Revoke this SSA">
        <Text mb="xs" size="sm" style={{ overflowWrap: 'anywhere' }}>
          When <strong>{softwareId}</strong> is revoked:
        </Text>
        <List size="sm" spacing={4}>
          <List.Item>No software can register with it any more.</List.Item>
          <WhatStops clients={clients} />
          <List.Item>Its JWT can no longer be shown, and its name becomes free.</List.Item>
        </List>
        <Text mt="xs" size="sm">
          This cannot be undone.
        </Text>
      </ConfirmDialog>
    </>
  )
}
