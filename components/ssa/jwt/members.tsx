import { Title } from '@mantine/core'
import { DateTime } from '@/components/ui/date-time'
import type { ExplainedMember } from '@/lib/ssa/explain'
import classes from './jwt.module.css'

interface Props {
  title: string
  members: ExplainedMember[]
}

/** The decoded header or claims: name, value as it stands in the JWT, and what it says. */
export function Members({ title, members }: Props) {
  return (
    <section aria-label={title}>
      <Title fz="sm" mb={6} order={3}>
        {title}
      </Title>
      <dl className={classes.members}>
        {members.map(member => (
          <div className={classes.member} key={member.name}>
            <dt>{member.name}</dt>
            <dd>
              <code className={classes.json}>{member.json}</code>
              <Reading member={member} />
            </dd>
            <dd className={classes.explanation}>{member.explanation}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Reading({ member: { moment, words } }: { member: ExplainedMember }) {
  if (moment) {
    return (
      <>
        {' · '}
        <DateTime at={moment} />
      </>
    )
  }
  return words ? ` · ${words}` : null
}
