'use client'

import { Button, Group, List, Radio, Stack, Text } from '@mantine/core'
import { IconBrandGithub } from '@tabler/icons-react'
import { useState } from 'react'
import { Form } from '@/components/ui/form'
import { ProblemAlert } from '@/components/ui/problem-alert'
import { useLeavingAction } from '@/components/ui/use-leaving-action'
import type { RepositoryActions } from './types'

/** Says what is asked for, and why, before GitHub asks. */
export function ConsentForm({ connect }: Pick<RepositoryActions, 'connect'>) {
  const [scope, setScope] = useState('public')
  const { run, pending, problem } = useLeavingAction(connect)
  return (
    <Form onSubmit={() => run({ includePrivate: scope === 'private' })}>
      <Stack gap="md">
        <List size="sm" spacing={4}>
          <List.Item>
            The portal reads the names of your repositories, and whether one has a commit. It changes nothing.
          </List.Item>
          <List.Item>This is apart from signing in: you sign in as before, with or without it.</List.Item>
          <List.Item>
            The access is kept encrypted, and you can take it back at any time, here or at GitHub.
          </List.Item>
        </List>
        <Radio.Group label="Which repositories" onChange={setScope} value={scope}>
          <Stack gap="xs" mt="xs">
            <Radio
              description="The least that GitHub can give: what everybody can see."
              label="Public ones"
              value="public"
            />
            <Radio
              description="GitHub has no permission that only reads private repositories, so its page asks for full control of them. The portal reads, and no more."
              label="Private ones, too"
              value="private"
            />
          </Stack>
        </Radio.Group>
        <ProblemAlert problem={problem} />
        <Group>
          <Button
            leftSection={<IconBrandGithub aria-hidden="true" size={18} />}
            loading={pending}
            type="submit"
          >
            Continue to GitHub
          </Button>
        </Group>
        <Text c="dimmed" size="xs">
          GitHub shows what is asked for, and asks you, before anything is given.
        </Text>
      </Stack>
    </Form>
  )
}
