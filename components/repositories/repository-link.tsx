import { IconBrandGithub } from '@tabler/icons-react'
import { Link } from '@/components/ui/link'
import { repositoryPath } from './paths'
import classes from './repositories.module.css'

interface Props {
  organizationId: string
  /** `owner/repo`; null: none is chosen. */
  repository: string | null
}

/** What one works on, in the top bar; leads to where that is changed. */
export function RepositoryLink({ organizationId, repository }: Props) {
  return (
    <Link
      aria-label={repository ? `Repository ${repository}: change` : undefined}
      className={classes.link}
      data-none={repository === null}
      href={repositoryPath(organizationId)}
      title={repository ?? undefined}
    >
      <IconBrandGithub aria-hidden="true" size={18} stroke={1.75} />
      <span className={classes.name}>{repository ?? 'Choose a repository'}</span>
    </Link>
  )
}
