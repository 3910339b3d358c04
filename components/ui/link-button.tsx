'use client'

import { Button, type ButtonProps } from '@mantine/core'
import Link from 'next/link'
import type { ReactNode } from 'react'

interface Props extends ButtonProps {
  href: string
  /** False for one of many in a list, whose pages would all be read in advance. */
  prefetch?: false
  children: ReactNode
}

/** A link that looks like a button. Server components cannot hand `Link` to Mantine's `component`; this does. */
export function LinkButton({ href, ...rest }: Props) {
  return <Button component={Link} href={href} {...rest} />
}
