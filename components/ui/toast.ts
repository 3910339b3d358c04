import type { NotificationData } from '@mantine/notifications'
import type { Problem } from '@/lib/result'

/** Says that something was done. */
export function toastDone(message: string): void {
  show({ message, color: 'green', role: 'status' })
}

/** Says what failed, with the request id that finds it in the log; stays until it is closed. */
export function toastProblem({ message, requestId }: Problem): void {
  show({
    title: message,
    message: requestId && `Request id ${requestId}`,
    color: 'red',
    autoClose: false,
    role: 'alert',
  })
}

const waiting = new Set<() => void>()
let wanted = false

/** Toasts are rare: their code is loaded with the first. */
function show(data: NotificationData): void {
  wanted = true
  for (const notify of waiting) notify()
  void import('@mantine/notifications').then(({ notifications }) => notifications.show(data))
}

/** For the place where toasts appear: whether any was shown, and word when the first is. */
export const firstToast = {
  subscribe(notify: () => void): () => void {
    waiting.add(notify)
    return () => waiting.delete(notify)
  },
  wasShown: () => wanted,
}
