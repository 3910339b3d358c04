'use client'

import { Button } from '@mantine/core'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useAction } from '@/components/ui/use-action'
import { LICENSES_URL } from '../paths'
import type { LicensePageProps } from './license-page'

const ChangeDialog = dynamic(() => import('./change-dialog'), { ssr: false })
const SuspendDialog = dynamic(() => import('./suspend-dialog'), { ssr: false })
const RevokeDialog = dynamic(() => import('./revoke-dialog'), { ssr: false })

/** What sales can do to a live license. */
export function LicenseActions(props: LicensePageProps) {
  const { license, surroundings, change, suspend, resume, revoke } = props
  const [open, setOpen] = useState<'change' | 'suspend' | 'revoke' | null>(null)
  const router = useRouter()
  const onDone = () => {
    setOpen(null)
    router.refresh()
  }
  const onClose = () => setOpen(null)
  const suspended = license.verdict.code === 'SUSPENDED'
  const dialog = { license, surroundings, onClose, onDone }
  return (
    <>
      <Button color="red" onClick={() => setOpen('revoke')} variant="outline">
        Revoke
      </Button>
      {suspended ? (
        <Resume id={license.id} onDone={onDone} resume={resume} />
      ) : (
        <Button onClick={() => setOpen('suspend')} variant="default">
          Suspend
        </Button>
      )}
      <Button onClick={() => setOpen('change')}>Change terms</Button>
      {open === 'change' && <ChangeDialog {...dialog} change={change} />}
      {open === 'suspend' && <SuspendDialog {...dialog} suspend={suspend} />}
      {open === 'revoke' && <RevokeDialog {...dialog} revoke={revoke} />}
    </>
  )
}

interface ResumeProps extends Pick<LicensePageProps, 'resume'> {
  id: string
  onDone: () => void
}

/** Nothing breaks by it, so nothing is asked. */
function Resume({ id, resume, onDone }: ResumeProps) {
  const { run, pending } = useAction(resume, {
    invalidate: [LICENSES_URL],
    done: 'The license is in force again. The customer gets a mail.',
    refusal: 'toast',
    onDone,
  })
  return (
    <Button loading={pending} onClick={() => run({ id })} variant="default">
      Resume
    </Button>
  )
}
