import { Alert, Code } from '@mantine/core'

const HOLDS: Record<string, string> = {
  INVOICE_SELLER: 'the name, address and tax id of the seller',
  INVOICE_PAYMENT: 'where to pay, such as the bank account',
}

/** For staff, while invoices go out that lack what a bookkeeper asks for. */
export function InvoiceSettingsNote({ missing }: { missing: string[] }) {
  if (missing.length === 0) return null
  return (
    <Alert color="yellow" mb="md" title="Invoices are not complete">
      Set{' '}
      {missing.map((name, index) => (
        <span key={name}>
          {index > 0 && ' and '}
          <Code>{name}</Code> ({HOLDS[name]})
        </span>
      ))}{' '}
      in the settings of the server, and restart it.
    </Alert>
  )
}
