import { Text } from '@mantine/core'
import { Section } from '@/components/ui/section'
import type { Reference as ReferenceView } from '@/lib/help/api-reference'
import { OperationPart } from './operation'
import classes from './reference.module.css'

/** All operations, grouped. Each opens without a script, and has an address of its own. */
export function Reference({ groups }: Pick<ReferenceView, 'groups'>) {
  return groups.map(({ name, description, operations, older }) => (
    <Section description={description} id={anchorOf(name)} key={name} title={name}>
      <div className={classes.operations}>
        {operations.map(operation => (
          <OperationPart key={operation.id} operation={operation} />
        ))}
      </div>
      {older.length > 0 && (
        <Text c="dimmed" className={classes.older} size="sm">
          The same for older software, at its old addresses: {older.join(', ')}.
        </Text>
      )}
    </Section>
  ))
}

function anchorOf(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-')
}
