'use client'

import { PlainTable } from '@/components/ui/data-table'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import type { CreditProductView } from '@/lib/credits/products'
import { LATEST_COLUMNS, type Transaction } from './columns'
import classes from './overview.module.css'
import { scanPath } from './paths'
import { Prices } from './prices'

interface Props {
  organizationId: string
  latest: Transaction[]
  prices: CreditProductView[]
}

export function Overview({ organizationId, latest, prices }: Props) {
  return (
    <div className={classes.columns}>
      <Section id="latest" title="Latest transactions">
        <PlainTable
          columns={LATEST_COLUMNS}
          label="Latest transactions"
          rowKey={row => row.id}
          rows={latest}
        />
        <div>
          <LinkButton href={scanPath(organizationId, 'transactions')} size="xs" variant="default">
            All transactions
          </LinkButton>
        </div>
      </Section>
      <Section id="prices" title="What credits pay for">
        <Prices prices={prices} />
      </Section>
    </div>
  )
}
