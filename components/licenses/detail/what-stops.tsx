import { List } from '@mantine/core'
import { counted } from '@/components/ui/counted'
import type { LicenseSurroundings } from '@/lib/licenses/surroundings'
import type { StaffLicenseView } from '@/lib/licenses/view'
import { ASKS_AGAIN_DAYS } from '@/lib/ssa/lifetime'

export interface DialogProps {
  license: StaffLicenseView
  surroundings: LicenseSurroundings
  onClose: () => void
  onDone: () => void
}

const NAMED = 5

/** The software that will find no license, by number and, the latest of it, by name. */
export function WhatStops({ license, surroundings }: Pick<DialogProps, 'license' | 'surroundings'>) {
  const { installations, installed } = surroundings
  const { productName, organizationName } = license
  if (installed === 0) {
    return (
      <List.Item>
        No installation of {organizationName} uses it yet; one that asks will get no license of {productName}.
      </List.Item>
    )
  }
  const names = installations.slice(0, NAMED).map(({ name, fqdn, id }) => fqdn || (name ?? id))
  return (
    <List.Item style={{ overflowWrap: 'anywhere' }}>
      <strong>{counted(installed, 'installation')}</strong> of {productName} at {organizationName}{' '}
      {installed === 1 ? 'loses its' : 'lose their'} license: {names.join(', ')}
      {installed > names.length && ' and others'}. Flex notices when it asks next, within {ASKS_AGAIN_DAYS}{' '}
      days; its Admin UI closes then, and people still sign in.
    </List.Item>
  )
}
