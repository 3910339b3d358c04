'use client'

import { Alert, Button, Stack } from '@mantine/core'
import { IconBrandGithub } from '@tabler/icons-react'
import { useState } from 'react'
import { goToGitHub } from './go-to-github'

/** Leads to GitHub and back to `callbackUrl`. */
export function GitHubButton({ callbackUrl }: { callbackUrl: string }) {
  const [state, setState] = useState<'idle' | 'leaving' | 'failed'>('idle')
  const leave = () => {
    setState('leaving')
    goToGitHub(callbackUrl).catch(() => setState('failed'))
  }
  return (
    <Stack gap="xs">
      <Button
        fullWidth
        leftSection={<IconBrandGithub aria-hidden="true" size={18} />}
        loading={state === 'leaving'}
        onClick={leave}
        variant="default"
      >
        Sign in with GitHub
      </Button>
      {state === 'failed' && (
        <Alert color="red" role="alert">
          The sign-in could not be started. Try again.
        </Alert>
      )}
    </Stack>
  )
}
