'use client'

import { Notifications } from '@mantine/notifications'

/** Where toasts appear; loaded after the page, since none can appear before. */
export default function Toaster() {
  return <Notifications autoClose={6000} limit={3} position="bottom-right" />
}
