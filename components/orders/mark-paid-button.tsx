'use client'

import { Button } from '@mantine/core'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import type { StaffOrderView } from '@/lib/orders/view'
import type { StaffOrderActions } from './staff-order-page'

const MarkPaidDialog = dynamic(() => import('./mark-paid-dialog'), { ssr: false })

interface Props extends Pick<StaffOrderActions, 'markPaid'> {
  order: StaffOrderView
}

export function MarkPaidButton(props: Props) {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button onClick={() => setOpened(true)}>Mark as paid</Button>
      {opened && <MarkPaidDialog {...props} onClose={() => setOpened(false)} />}
    </>
  )
}
