import { Box, Stack, Text } from '@mantine/core'
import { CopyField } from '@/components/ui/copy-field'
import { DateTime } from '@/components/ui/date-time'
import { KeyValueRows } from '@/components/ui/key-value-rows'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import type { OrganizationView } from '@/lib/organizations/get'
import type { OrganizationKind } from '@/lib/organizations/schema'
import type { Result } from '@/lib/result'
import { RenameForm } from './rename-form'

interface Props {
  organization: OrganizationView
  /** Null for who may not rename it. */
  rename: ((input: { name: string }) => Promise<Result<{ name: string }>>) | null
}

const KINDS: Record<OrganizationKind, string> = {
  PERSONAL: 'Personal: it belongs to one person, who stays its owner',
  TEAM: 'Team',
  EXTERNAL: 'External: a platform client named it, and an operator gave it members',
}

export function SettingsPage({ organization, rename }: Props) {
  const { id, name, kind, createdAt, members } = organization
  return (
    <Box maw={720}>
      <PageHeader
        description="What this organization is called, and how software names it."
        title="Settings"
      />
      <Stack gap="xl">
        <Section
          description="Software knows this organization by its id: it is the org_id claim of every SSA created here, and what licenses belong to. It never changes, whatever the name."
          id="organization-id"
          title="Organization id"
        >
          <CopyField text={id} what="organization id" />
        </Section>
        <Section id="profile" title="Profile">
          {rename ? (
            <RenameForm name={name} rename={rename} />
          ) : (
            <Text>
              {name}{' '}
              <Text c="dimmed" component="span" size="sm">
                (owners and admins can change it)
              </Text>
            </Text>
          )}
        </Section>
        <Section id="facts" title="Facts">
          <KeyValueRows
            rows={[
              { label: 'Kind', value: KINDS[kind] },
              { label: 'Members', value: members.toLocaleString('en') },
              { label: 'Created', value: <DateTime at={createdAt} /> },
            ]}
          />
        </Section>
      </Stack>
    </Box>
  )
}
