import { Stack } from '@mantine/core'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { ENDPOINTS } from '@/lib/endpoints'
import type { KeyView } from '@/lib/keys/list'
import type { RotateKeyInput } from '@/lib/keys/schema'
import type { Result } from '@/lib/result'
import { KeyTable } from './key-table'
import { RotateButton } from './rotate-button'

interface KeysPageProps {
  keys: KeyView[]
  /** Null for those who may only look. */
  rotate: ((input: RotateKeyInput) => Promise<Result<unknown>>) | null
}

const PURPOSES = [
  {
    purpose: 'SSA',
    title: 'Statements',
    description: 'Signs the SSAs that people and programs create here.',
  },
  { purpose: 'TOKEN', title: 'Access tokens', description: 'Signs the short-lived tokens of API clients.' },
  {
    purpose: 'LICENSE',
    title: 'License documents',
    description: 'Signs the documents that prove a license.',
  },
] as const

export function KeysPage({ keys, rotate }: KeysPageProps) {
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Console' }]}
        description={`The public halves are published under ${ENDPOINTS.jwks}. A retired key stays there until the last thing it signed has expired.`}
        title="Signing keys"
      />
      <Stack gap="xl">
        {PURPOSES.map(({ purpose, title, description }) => (
          <Section description={description} id={purpose.toLowerCase()} key={purpose} title={title}>
            <KeyTable keys={keys.filter(key => key.purpose === purpose)} label={title} />
            {rotate && <RotateButton purpose={purpose} rotate={rotate} title={title} />}
          </Section>
        ))}
      </Stack>
    </>
  )
}
