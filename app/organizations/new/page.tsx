import type { Metadata } from 'next'
import { CreateForm } from '@/components/organizations/create-form'
import { PageHeader } from '@/components/ui/page-header'
import { createAction } from './actions'

export const metadata: Metadata = { title: 'New organization' }

export default function NewOrganizationPage() {
  return (
    <>
      <PageHeader
        description="A place for SSAs and licenses that several people work on. You become its owner and can invite others; it gets an id of its own, by which software knows it."
        title="New organization"
      />
      <CreateForm create={createAction} />
    </>
  )
}
