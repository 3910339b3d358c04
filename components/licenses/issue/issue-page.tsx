import { PageHeader } from '@/components/ui/page-header'
import { consoleLicensePath } from '../paths'
import { IssueForm, type IssueFormProps } from './issue-form'

export function IssuePage(props: IssueFormProps) {
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Console' }, { label: 'Licenses', href: consoleLicensePath() }]}
        description="For an organization of others, on the terms that were agreed. It gets a mail."
        title="Issue enterprise license"
      />
      <IssueForm {...props} />
    </>
  )
}
