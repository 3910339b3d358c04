'use client'

import { Button } from '@mantine/core'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import type { TrialDialogProps } from './trial-dialog'

const Dialog = dynamic(() => import('./trial-dialog'), { ssr: false })

export type StartTrialProps = Omit<TrialDialogProps, 'onClose'>

/** **Start 30 day trial**, which asks before it does. */
export function StartTrial(props: StartTrialProps) {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button onClick={() => setOpened(true)}>Start {props.days} day trial</Button>
      {opened && <Dialog {...props} onClose={() => setOpened(false)} />}
    </>
  )
}
