import { notifications } from '@mantine/notifications'
import type { Problem } from '@/lib/result'

/** Says that something was done. */
export function toastDone(message: string): void {
  notifications.show({ message, color: 'green', role: 'status' })
}

/** Says what failed, with the request id that finds it in the log; stays until it is closed. */
export function toastProblem({ message, requestId }: Problem): void {
  notifications.show({
    title: message,
    message: requestId && `Request id ${requestId}`,
    color: 'red',
    autoClose: false,
    role: 'alert',
  })
}
