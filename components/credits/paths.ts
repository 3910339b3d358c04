import { organizationPath } from '@/lib/organizations/path'

/** The page of an organization's SCAN credits; its tabs lie below it. */
export function scanPath(organizationId: string, tab?: 'ssa' | 'transactions' | 'settings'): string {
  return organizationPath(organizationId, tab ? `market/scan/${tab}` : 'market/scan')
}

/** The portal read behind the transactions. */
export function transactionsUrl(organizationId: string): string {
  return `/api/portal${organizationPath(organizationId, 'scan/transactions')}`
}

/** The portal read behind the Console's list of accounts. */
export const CREDIT_ACCOUNTS_URL = '/api/portal/console/credits'
