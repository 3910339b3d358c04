import type { Tx } from '@/lib/db'

/** How names are compared: NFC, without regard to case. Going over upper case folds ß and ﬁ too. */
export function heldName(softwareId: string): string {
  return softwareId.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC')
}

/** An expired statement frees its name when somebody wants it. */
export async function freeExpiredName(
  tx: Tx,
  holder: { organizationId: string; heldName: string; now: Date },
) {
  const { now, ...name } = holder
  await tx.ssa.updateMany({ where: { ...name, expiresAt: { lte: now } }, data: { heldName: null } })
}

/** The unique index that refuses a second live statement of one name. */
export const HELD_NAME_INDEX = 'ssa_organization_id_held_name_key'
