import type { ReactNode } from 'react'

interface Props {
  /** A server action, or an address that takes a POST. */
  action: string | ((fields: FormData) => void | Promise<void>)
  onSubmit?: () => void
  children: ReactNode
}

/** A form that works without scripts: for the few pages that let somebody in. Its fields are plain ones with names. */
export function PostForm({ action, onSubmit, children }: Props) {
  return (
    // React sets the method of a server action itself.
    <form action={action} method={typeof action === 'string' ? 'post' : undefined} onSubmit={onSubmit}>
      {children}
    </form>
  )
}
