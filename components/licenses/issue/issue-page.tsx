'use client'

import { Skeleton } from '@mantine/core'
import dynamic from 'next/dynamic'
import { PageHeader } from '@/components/ui/page-header'
import { consoleLicensePath } from '../paths'
import type { IssueFormProps } from './issue-form'

/** After the page: a form with a picker is most of its code. */
const IssueForm = dynamic(() => import('./issue-form').then(({ IssueForm }) => IssueForm), {
  ssr: false,
  loading: () => <Skeleton height={640} maw={720} />,
})

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
