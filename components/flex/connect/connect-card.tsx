import { Alert, Code, Text } from '@mantine/core'
import { Card } from '@/components/ui/card'
import { CopyField } from '@/components/ui/copy-field'
import { Link } from '@/components/ui/link'
import type { CurrentLicense } from '@/lib/licenses/current'
import { ASKS_AGAIN_DAYS } from '@/lib/ssa/lifetime'
import classes from './connect.module.css'
import { ConnectForm, type ConnectFormProps } from './connect-form'
import { connectableKey, LicenseNote } from './license-note'
import { Step } from './step'

export interface ConnectCardProps {
  issuer: string
  current: CurrentLicense
  /** Null for those who may not connect installations. */
  form: Omit<ConnectFormProps, 'licenseKey' | 'note'> | null
}

/** How an installation of Flex gets its license from here, step by step. */
export function ConnectCard({ issuer, current, form }: ConnectCardProps) {
  return (
    <Card
      description="Five steps on each server that runs Flex. All installations of the organization share its license."
      id="connect"
      title="Connect your Flex"
    >
      <ol className={classes.steps}>
        <Step title="Let it reach this portal">
          <AddressToAllow issuer={issuer} />
        </Step>
        <Step title="Give it an SSA and a license configuration">
          {form ? (
            <ConnectForm
              {...form}
              licenseKey={connectableKey(current)}
              note={<LicenseNote current={current} />}
            />
          ) : (
            <p>An owner or admin of the organization creates both here, and hands them to you.</p>
          )}
        </Step>
        <Step title="Write the configuration into Flex">
          <p>
            In Flex’s database, open the entry <Code>ou=admin-ui,ou=configuration,o=jans</Code>. Its attribute{' '}
            <Code>jansConfApp</Code> holds JSON: put the member <Code>licenseConfig</Code> of the
            configuration in the place of the one that is there, and leave the rest as it is.
          </p>
          <Alert color="yellow" title="Do not upload the SSA in the Admin UI">
            Current Flex takes the address of its license server from a list of Gluu’s own. Uploading an SSA,
            or <em>Reset License</em>, writes over the address of this portal; then write the configuration
            again.
          </Alert>
        </Step>
        <Step title="Restart its configuration API">
          <CopyField text="systemctl restart jans-config-api" what="command line" />
          <p>In Kubernetes, restart the deployment of config-api.</p>
        </Step>
        <Step title="Open its Admin UI">
          <p>
            It asks this portal for the license at once, and appears under{' '}
            <Link href="#installations">Installations</Link>. From then on it asks every {ASKS_AGAIN_DAYS}{' '}
            days.
          </p>
        </Step>
      </ol>
      <Text c="dimmed" mt="md" size="sm">
        Installing Flex 5.1.1 or older? Give the .jwt file to its installer (<Code>-admin-ui-ssa</Code>): it
        finds this portal by itself, and steps 3 and 4 fall away.{' '}
        <Link href="/help/get-a-flex-license">Get a Flex license</Link> tells more.
      </Text>
    </Card>
  )
}

function AddressToAllow({ issuer }: { issuer: string }) {
  return (
    <>
      <p>The server asks for tokens and for its license at one address. Allow outgoing connections to it:</p>
      <CopyField text={hostOf(issuer)} what="host name to allow" />
      {isLoopback(issuer) && (
        <Alert color="yellow" title="Only software on this machine reaches that address">
          Before a Flex elsewhere is connected, whoever runs this portal sets its public address,{' '}
          <Code>WRIT_URL</Code>, and starts it again.
        </Alert>
      )}
    </>
  )
}

/** The address of a portal that was started without one. */
function isLoopback(issuer: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(issuer).hostname)
}

/** As a firewall wants it: the name, and the port where it is not the usual one. */
function hostOf(issuer: string): string {
  return new URL(issuer).host
}
