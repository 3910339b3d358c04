'use client'

import { Button } from '@mantine/core'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { type Column, PlainTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { StatusBadge } from '@/components/ui/status-badge'
import { money } from '@/lib/orders/money'
import type { ChangePlanTermsInput, PlanInput } from '@/lib/orders/plan-schema'
import type { PlanView } from '@/lib/orders/plans'
import type { Result } from '@/lib/result'
import { InvoiceSettingsNote } from './invoice-settings-note'

const PlanDialog = dynamic(() => import('./plan-dialog'), { ssr: false })

export interface PlanActions {
  create: (input: PlanInput) => Promise<Result<unknown>>
  change: (input: ChangePlanTermsInput) => Promise<Result<unknown>>
}

interface Props extends PlanActions {
  plans: PlanView[]
  products: { code: string; name: string }[]
  /** Whether this person may make and change plans. */
  mayChange: boolean
  /** Settings that invoices lack, by name. */
  missing: string[]
}

export function PlansPage({ plans, products, mayChange, missing, ...actions }: Props) {
  const router = useRouter()
  const [asked, setAsked] = useState<PlanView | 'new' | null>(null)
  const columns = useMemo(() => columnsOf(mayChange ? setAsked : null), [mayChange])
  const create = mayChange && <Button onClick={() => setAsked('new')}>New plan</Button>
  return (
    <>
      <PageHeader
        actions={create}
        crumbs={[{ label: 'Console' }]}
        description="What organizations can subscribe to. A change holds for later orders; what was ordered keeps its price and terms."
        title="Plans"
      />
      <InvoiceSettingsNote missing={missing} />
      {plans.length === 0 ? (
        <EmptyState action={create} title="No plans yet">
          Organizations see active plans under Market, Flex, and subscribe to them.
        </EmptyState>
      ) : (
        <PlainTable columns={columns} label="Plans" rowKey={plan => plan.code} rows={plans} />
      )}
      {asked && (
        <PlanDialog
          {...actions}
          onClose={() => setAsked(null)}
          onDone={() => {
            setAsked(null)
            router.refresh()
          }}
          plan={asked === 'new' ? null : asked}
          products={products}
        />
      )}
    </>
  )
}

function columnsOf(onEdit: ((plan: PlanView) => void) | null): Column<PlanView>[] {
  const edit: Column<PlanView> = {
    id: 'edit',
    header: 'Actions',
    headerHidden: true,
    align: 'end',
    cell: plan => (
      <Button
        aria-label={`Edit ${plan.name}`}
        onClick={() => onEdit?.(plan)}
        size="compact-sm"
        variant="default"
      >
        Edit
      </Button>
    ),
  }
  return onEdit ? [...COLUMNS, edit] : COLUMNS
}

const COLUMNS: Column<PlanView>[] = [
  { id: 'name', header: 'Name', cell: plan => <strong>{plan.name}</strong> },
  { id: 'code', header: 'Code', secondary: true, cell: plan => <code>{plan.code}</code> },
  { id: 'product', header: 'Product', secondary: true, cell: plan => plan.productName },
  { id: 'mau', header: 'MAU', align: 'end', cell: plan => plan.mau.toLocaleString('en') },
  { id: 'monthly', header: 'Monthly', align: 'end', cell: plan => money(plan.monthlyPrice, plan.currency) },
  { id: 'yearly', header: 'Yearly', align: 'end', cell: plan => money(plan.yearlyPrice, plan.currency) },
  {
    id: 'active',
    header: 'Status',
    cell: plan => (
      <StatusBadge tone={plan.active ? 'good' : 'neutral'}>
        {plan.active ? 'On offer' : 'Not offered'}
      </StatusBadge>
    ),
  },
]
