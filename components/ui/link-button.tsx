'use client'

import { Button, type ButtonProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'

interface Props extends ButtonProps {
  href: string
  children: ReactNode
}

/** A link that looks like a button. Server components cannot hand `Link` to Mantine's `component`; this does. */
export function LinkButton({ href, ...rest }: Props) {
  return <Button component={Link} href={href} {...rest} />
}
