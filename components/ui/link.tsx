'use client'

// biome-ignore lint/style/noRestrictedImports: this is the one place that wraps it.
import NextLink from 'next/link'
import type { ComponentProps } from 'react'

/**
 * A link within the portal. Nothing is fetched before it is followed: every page here is made for one person, so each
 * link in view would be one more request with a session to look up.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />
}
