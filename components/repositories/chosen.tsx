'use client'

import { Anchor, Button, Group, Text } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { ProblemAlert } from '@/components/ui/problem-alert'
import { useAction } from '@/components/ui/use-action'
import classes from './repositories.module.css'
import type { RepositoryActions } from './types'

interface Props extends Pick<RepositoryActions, 'clear'> {
  repository: string | null
  /** Where GitHub's pages are. */
  gitHub: string
}

export function ChosenRepository({ repository, gitHub, clear }: Props) {
  const router = useRouter()
  const { run, pending, problem } = useAction(clear, {
    done: 'No repository is chosen now.',
    onDone: () => router.refresh(),
  })
  if (!repository) return <Text size="sm">None yet. Choose one from the list.</Text>
  return (
    <>
      <Group justify="space-between">
        <Anchor
          className={classes.repository}
          href={`${gitHub}/${repository}`}
          rel="noreferrer"
          target="_blank"
        >
          {repository}
        </Anchor>
        <Button loading={pending} onClick={() => run({})} variant="default">
          Clear
        </Button>
      </Group>
      <ProblemAlert problem={problem} />
    </>
  )
}
