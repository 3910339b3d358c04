'use client'

import { Button, Group, Stack } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { FormProvider, useForm } from 'react-hook-form'
import { fieldsOf } from '@/components/ui/fields-of'
import { Form } from '@/components/ui/form'
import { lazyResolver } from '@/components/ui/lazy-resolver'
import { ProblemAlert } from '@/components/ui/problem-alert'
import { Section } from '@/components/ui/section'
import { useAction } from '@/components/ui/use-action'
import type { ConfigurationFields, ConfigurationValues } from '@/lib/configuration/form-schema'
import { changedProperties, fieldsFrom } from '@/lib/configuration/form-values'
import type { SsaConfiguration, SsaConfigurationChange } from '@/lib/configuration/schema'
import type { Result } from '@/lib/result'
import { AttributesField } from './attributes-field'
import { EndpointFields } from './endpoint-fields'
import { RolesField } from './roles-field'

const resolver = lazyResolver(
  async () => (await import('@/lib/configuration/form-schema')).configurationFormSchema,
)

export interface ConfigurationFormProps {
  configuration: SsaConfiguration
  issuer: string
  save: (change: SsaConfigurationChange) => Promise<Result<SsaConfiguration>>
}

export function ConfigurationForm({ configuration, issuer, save }: ConfigurationFormProps) {
  const router = useRouter()
  const form = useForm<ConfigurationFields, unknown, ConfigurationValues>({
    resolver,
    defaultValues: fieldsFrom(configuration),
  })
  const { run, pending, problem } = useAction(save, {
    setFieldError: fieldsOf(form),
    done: 'The configuration was saved.',
    onDone: saved => {
      form.reset(fieldsFrom(saved))
      router.refresh()
    },
  })
  const submit = form.handleSubmit(values => run(changedProperties(configuration, values)))
  return (
    <FormProvider {...form}>
      <Form onSubmit={submit}>
        <Stack gap="xl" maw={720}>
          <Section
            description="What software talks to, and what it issues."
            id="endpoint"
            title="SSA endpoint"
          >
            <EndpointFields issuer={issuer} />
          </Section>
          <Section
            description="What an SSA may carry besides the standard claims. API clients send them by name; people find a field for each in Create New SSA."
            id="attributes"
            title="Custom attributes"
          >
            <AttributesField />
          </Section>
          <Section
            description="The roles that people choose from, and the scopes that each gives to a client at registration."
            id="roles"
            title="Software roles"
          >
            <RolesField />
          </Section>
          <ProblemAlert problem={problem} />
          <Group>
            <Button disabled={!form.formState.isDirty} loading={pending} type="submit">
              Save configuration
            </Button>
          </Group>
        </Stack>
      </Form>
    </FormProvider>
  )
}
