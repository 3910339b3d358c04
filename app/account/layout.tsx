import { SignedInShell } from '../signed-in-shell'

export default function AccountLayout({ children }: LayoutProps<'/account'>) {
  return (
    <SignedInShell current={null} links={[{ label: 'Account', href: '/account', icon: 'account' }]}>
      {children}
    </SignedInShell>
  )
}
