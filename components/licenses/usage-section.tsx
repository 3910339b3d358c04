'use client'

import { Button, Group, Skeleton, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { FlexCard } from '@/components/flex/flex-card'
import { organizationPath } from '@/lib/organizations/path'
import type { Result } from '@/lib/result'
import { LOOK_BACK } from '@/lib/usage/forecast'
import { outlookOf } from '@/lib/usage/outlook'
import type { Usage } from '@/lib/usage/read'
import type { ReportedCsv } from '@/lib/usage/report-csv'
import type { ReportCsvInput, ReportOneInput } from '@/lib/usage/schema'
import { UsageTable } from './usage-table'

const UsageChart = dynamic(() => import('./usage-chart'), {
  ssr: false,
  loading: () => <Skeleton height={280} />,
})
const ReportDialog = dynamic(() => import('./report-dialog'), { ssr: false })
const UploadDialog = dynamic(() => import('./upload-dialog'), { ssr: false })

export interface UsageSectionProps {
  organizationId: string
  usage: Usage
  /** Null for those who may only look. */
  actions: UsageActions | null
}

export interface UsageActions {
  report: (input: ReportOneInput) => Promise<Result<ReportOneInput>>
  upload: (input: ReportCsvInput) => Promise<Result<ReportedCsv>>
}

/** Reported use against the license: as a chart, as the same numbers in a table, and where it leads. */
export function UsageSection({ organizationId, usage, actions }: UsageSectionProps) {
  const [open, setOpen] = useState<'report' | 'upload' | null>(null)
  const router = useRouter()
  const onClose = () => setOpen(null)
  const onDone = () => router.refresh()
  const any = usage.months.length > 0
  return (
    <FlexCard
      actions={
        <Group gap="xs">
          {any && <Export organizationId={organizationId} />}
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
      description="Flex counts its active users itself and tells nobody. Report them each month to see in time when a larger license is due."
      id="usage"
      title="Monthly active users"
    >
      {any ? <Reported usage={usage} /> : <Nothing mayReport={actions !== null} />}
      {actions && open === 'report' && (
        <ReportDialog onClose={onClose} onDone={onDone} report={actions.report} usage={usage} />
      )}
      {actions && open === 'upload' && (
        <UploadDialog onClose={onClose} onDone={onDone} upload={actions.upload} usage={usage} />
      )}
    </FlexCard>
  )
}

function Reported({ usage }: { usage: Usage }) {
  return (
    <>
      <Text fw={600} mb="sm">
        {outlookOf(usage)}
      </Text>
      <UsageChart usage={usage} />
      {usage.forecast && (
        <Text c="dimmed" mt="xs" size="xs">
          The forecast is a straight line through the complete months of the last {LOOK_BACK} that were
          reported (least squares):{' '}
          {usage.forecast.perMonth.toLocaleString('en', { signDisplay: 'exceptZero' })} users a month. It
          knows nothing of seasons or of your plans.
        </Text>
      )}
      <UsageTable usage={usage} />
    </>
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

function Export({ organizationId }: { organizationId: string }) {
  return (
    <Button
      component="a"
      download
      href={`/api/portal${organizationPath(organizationId, 'usage/export')}`}
      leftSection={<IconDownload aria-hidden="true" size={16} />}
      variant="default"
    >
      Export CSV
    </Button>
  )
}
