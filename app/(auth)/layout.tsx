import type { ReactNode } from 'react'
import { Doorway } from '@/components/layout/doorway'

export default function AuthLayout({ children }: { children: ReactNode }) {
  return <Doorway>{children}</Doorway>
}
