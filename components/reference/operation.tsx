import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { CopyField } from '@/components/ui/copy-field'
import type { Operation } from '@/lib/help/api-reference'
import { Fields } from './fields'
import classes from './reference.module.css'

/** One operation: its line, and all of it once that is opened. */
export function OperationPart({ operation }: { operation: Operation }) {
  const { id, method, path, summary, description, security, parameters, body, curl } = operation
  return (
    <details className={classes.operation} id={id}>
      <summary className={classes.line}>
        <code className={classes.method}>{method}</code>
        <code className={classes.path}>{path}</code>
        <span className={classes.summary}>{summary}</span>
      </summary>
      <Stack className={classes.body} gap="md">
        <Text>{description}</Text>
        <Part title="Who may call">
          {security.length === 0 && <Text size="sm">Everyone.</Text>}
          {security.map(way => (
            <Text key={way} size="sm">
              {way}
            </Text>
          ))}
        </Part>
        {parameters.length > 0 && (
          <Part title="Parameters">
            <Fields fields={parameters} label={`Parameters of ${id}`} />
          </Part>
        )}
        {body && (
          <Part title={`Body (${body.type})`}>
            <Fields fields={body.fields} label={`Body of ${id}`} />
          </Part>
        )}
        <Part title="Example">
          <CopyField multiline text={curl} what={`command for ${id}`} />
        </Part>
        <Responses operation={operation} />
      </Stack>
    </details>
  )
}

function Responses({ operation: { id, responses } }: { operation: Operation }) {
  return (
    <Part title="Responses">
      {responses.map(({ status, description, fields = [], example }) => (
        <div className={classes.response} key={status}>
          <Text size="sm">
            <code className={classes.status}>{status}</code> {description}
          </Text>
          {status < '300' && fields.length > 0 && (
            <Fields fields={fields} label={`Answer ${status} of ${id}`} />
          )}
          {status < '300' && example && <CopyField multiline text={example} what={`answer of ${id}`} />}
        </div>
      ))}
    </Part>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap="xs">
      <Title order={3}>{title}</Title>
      {children}
    </Stack>
  )
}
