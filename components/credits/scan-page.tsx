import type { ReactNode } from 'react'
import { PageHeader } from '@/components/ui/page-header'
import { TabLinks } from '@/components/ui/tab-links'
import type { CreditAccountView } from '@/lib/credits/account'
import { LowBanner } from './low-banner'
import { scanPath } from './paths'
import classes from './scan-page.module.css'

interface Props {
  organizationId: string
  account: CreditAccountView
  /** Whether the person may ask for more credits. */
  mayAsk: boolean
  /** At the right of the heading. */
  actions?: ReactNode
  children: ReactNode
}

/** One tab of the page of an organization that has signed up. */
export function ScanPage({ organizationId, account, mayAsk, actions, children }: Props) {
  const tab = (label: string, name?: 'ssa' | 'transactions' | 'settings') => ({
    label,
    href: scanPath(organizationId, name),
  })
  return (
    <>
      <PageHeader
        actions={actions}
        crumbs={[{ label: 'Market' }]}
        description="Credits for online services that your installations use."
        title="SCAN"
      />
      <TabLinks
        label="SCAN"
        tabs={[
          tab('Overview'),
          tab('SSA', 'ssa'),
          tab('Transactions', 'transactions'),
          tab('Settings', 'settings'),
        ]}
      />
      <div className={classes.tab}>
        {account.low && <LowBanner {...account} mayAsk={mayAsk} organizationId={organizationId} />}
        {children}
      </div>
    </>
  )
}
