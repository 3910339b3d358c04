import { SignedInShell } from '../signed-in-shell'

export default function OrganizationsLayout({ children }: LayoutProps<'/organizations'>) {
  return <SignedInShell>{children}</SignedInShell>
}
