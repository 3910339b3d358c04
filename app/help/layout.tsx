import { StatePage } from '@/components/layout/state-page'
import { currentSession } from '@/lib/auth/session'
import { openPage } from '@/lib/http/page'
import { SignedInShell } from '../signed-in-shell'

/** Guides are for everyone; whoever is signed in keeps the rail beside them. */
export default async function HelpLayout({ children }: LayoutProps<'/help'>) {
  if (!(await openPage(currentSession))) return <StatePage>{children}</StatePage>
  return <SignedInShell>{children}</SignedInShell>
}
