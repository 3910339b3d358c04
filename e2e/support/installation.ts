import { randomUUID } from 'node:crypto'
import { systemClock } from '@/lib/clock'
import type { Ctx } from '@/lib/context'
import { type Database, openDatabase } from '@/lib/db'
import { secretsFrom } from '@/lib/secrets'
import { PATIENT } from '@/lib/testing/patient'

/** The installation under test, as the command line sees it: its settings, its database, and the system's power. */
export interface Installation extends Database {
  ctx: Ctx
  settings: Record<string, string>
}

export function openInstallation(): Installation {
  const settings: Record<string, string> = JSON.parse(process.env.E2E_SETTINGS ?? '{}')
  const database = openDatabase(settings.DATABASE_URL ?? '', () => {}, PATIENT)
  const ctx: Ctx = {
    actor: { kind: 'system', name: 'e2e' },
    organization: null,
    db: database.db,
    pool: database.pool,
    secrets: secretsFrom(settings.WRIT_MASTER_SECRET ?? ''),
    issuer: process.env.E2E_URL ?? '',
    clock: systemClock,
    requestId: randomUUID(),
    address: null,
  }
  return { ...database, ctx, settings }
}
