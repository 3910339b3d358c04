'use client'

import { Button, Group, NativeSelect, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Card } from '@/components/ui/card'
import { useEarlyFields } from '@/components/ui/use-early-fields'
import { organizationPath } from '@/lib/organizations/path'
import type { Result } from '@/lib/result'
import type { ReportedCsv } from '@/lib/usage/report-csv'
import type { ReportCsvInput, ReportOneInput } from '@/lib/usage/schema'
import type { Usage } from '@/lib/usage/view'
import { UsageFigures } from './usage-figures'

const ReportDialog = dynamic(() => import('./report-dialog'), { ssr: false })
const UploadDialog = dynamic(() => import('./upload-dialog'), { ssr: false })

export interface UsageSectionProps {
  organizationId: string
  /** Of each product that is reported; the first is shown to begin with. */
  usages: Usage[]
  /** Null for those who may only look. */
  actions: UsageActions | null
}

export interface UsageActions {
  report: (input: ReportOneInput) => Promise<Result<ReportOneInput>>
  upload: (input: ReportCsvInput) => Promise<Result<ReportedCsv>>
}

/** Reported use of one product against the license; the others are to be chosen. */
export function UsageSection({ organizationId, usages, actions }: UsageSectionProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const [open, setOpen] = useState<'report' | 'upload' | null>(null)
  const router = useRouter()
  const around = useEarlyFields<HTMLDivElement>()
  const usage = usages.find(({ productCode }) => productCode === chosen) ?? usages[0]
  if (!usage) return null
  const dialog = { usage, onClose: () => setOpen(null), onDone: () => router.refresh() }
  const any = usage.months.length > 0
  return (
    <Card
      actions={
        <Group gap="xs">
          {any && <Export organizationId={organizationId} productCode={usage.productCode} />}
          {actions && (
            <>
              <Button onClick={() => setOpen('upload')} variant="default">
                Upload CSV
              </Button>
              <Button onClick={() => setOpen('report')}>Report a month</Button>
            </>
          )}
        </Group>
      }
      description="What you installed counts its active users itself and tells nobody. Report them each month to see in time when a larger license is due."
      id="usage"
      title="Monthly active users"
    >
      {usages.length > 1 && (
        <div {...around}>
          <NativeSelect
            data={usages.map(({ productCode, productName }) => ({ value: productCode, label: productName }))}
            label="Product"
            maw={320}
            mb="md"
            onChange={event => setChosen(event.currentTarget.value)}
            value={usage.productCode}
          />
        </div>
      )}
      {any ? <UsageFigures reader="customer" usage={usage} /> : <Nothing mayReport={actions !== null} />}
      {actions && open === 'report' && <ReportDialog {...dialog} report={actions.report} />}
      {actions && open === 'upload' && <UploadDialog {...dialog} upload={actions.upload} />}
    </Card>
  )
}

function Nothing({ mayReport }: { mayReport: boolean }) {
  return (
    <Text size="sm">
      Nothing was reported yet.{' '}
      {mayReport
        ? 'Report a month here, upload a CSV file, or let software report through the API (PUT /v1/license/mau).'
        : 'Owners and admins of the organization report the active users of a month.'}
    </Text>
  )
}

function Export({ organizationId, productCode }: { organizationId: string; productCode: string }) {
  const query = new URLSearchParams({ productCode })
  return (
    <Button
      component="a"
      download
      href={`/api/portal${organizationPath(organizationId, 'usage/export')}?${query}`}
      leftSection={<IconDownload aria-hidden="true" size={16} />}
      variant="default"
    >
      Export CSV
    </Button>
  )
}
