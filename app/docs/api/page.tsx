import { Anchor } from '@mantine/core'
import type { Metadata } from 'next'
import { Reference } from '@/components/reference/reference'
import { PageHeader } from '@/components/ui/page-header'
import { apiReference } from '@/lib/help/api-reference'

export const metadata: Metadata = { title: 'API reference' }

export default function ApiReferencePage() {
  const { groups, url } = apiReference()
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Help', href: '/help' }]}
        description={
          <>
            What software talks to, at {url}. The same for programs:{' '}
            <Anchor href="/openapi.json" inherit underline="always">
              openapi.json
            </Anchor>
            .
          </>
        }
        title="API reference"
      />
      <Reference groups={groups} />
    </>
  )
}
