import { SignedInShell } from '../signed-in-shell'

export default function AccountLayout({ children }: LayoutProps<'/account'>) {
  return <SignedInShell>{children}</SignedInShell>
}
