import { SignedInShell } from '../signed-in-shell'

export default function OrganizationsLayout({ children }: LayoutProps<'/organizations'>) {
  return (
    <SignedInShell current={null} links={[{ label: 'Account', href: '/account', icon: 'account' }]}>
      {children}
    </SignedInShell>
  )
}
