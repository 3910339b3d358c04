'use client'

// biome-ignore lint/style/noRestrictedImports: this is the one place that wraps it.
import NextLink from 'next/link'
import type { ComponentProps } from 'react'
import { Followed } from './on-the-way'

/**
 * A link within the portal. Nothing is fetched before it is followed: every page here is made for one person, so each
 * link in view would be one more request with a session to look up. The shell shows that its page is on the way.
 */
export function Link({ children, ...rest }: ComponentProps<typeof NextLink>) {
  return (
    <NextLink prefetch={false} {...rest}>
      {children}
      <Followed />
    </NextLink>
  )
}
