'use client'

import { Notifications } from '@mantine/notifications'

export default function Toasts() {
  return <Notifications autoClose={6000} limit={3} position="bottom-right" />
}
