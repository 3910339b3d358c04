'use client'

import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { PostForm } from '@/components/ui/post-form'

interface Props {
  token: string
  email: string
  callbackUrl: string
  /** Tells this view of the page from any other, so that a second click is known as one. */
  view: string
}

/** The one button that spends a sign-in link. It works once: pressed, it rests until the page is shown anew. */
export function ConfirmForm(fields: Props) {
  const [sent, setSent] = useState(false)
  useEffect(() => {
    const wake = () => setSent(false)
    window.addEventListener('pageshow', wake)
    return () => window.removeEventListener('pageshow', wake)
  }, [])
  return (
    <PostForm action="/api/auth/callback/email" onSubmit={() => setSent(true)}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} name={name} type="hidden" value={value} />
      ))}
      <Button fullWidth loading={sent} type="submit">
        Sign in
      </Button>
    </PostForm>
  )
}
