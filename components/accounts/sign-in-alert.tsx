import { Alert } from '@mantine/core'
import { signInMessage } from './sign-in-messages'

/** Why the last try failed, by the `error` in the address. */
export function SignInAlert({ code }: { code: string | undefined }) {
  const message = signInMessage(code)
  return (
    message && (
      <Alert color="red" role="alert" title={message.title}>
        {message.text}
      </Alert>
    )
  )
}
