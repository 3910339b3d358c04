import { Command } from 'commander'
import { createClient } from '@/lib/clients/create'
import { deleteClient } from '@/lib/clients/delete'
import { listClients } from '@/lib/clients/list'
import { listClientsSchema } from '@/lib/clients/list-schema'
import { clientIdSchema, createClientSchema } from '@/lib/clients/schema'
import type { ClientView } from '@/lib/clients/view'
import type { Ctx } from '@/lib/context'
import { notFound } from '@/lib/errors'
import { asOperator, print } from './session'
import { table } from './table'
import { typed } from './typed'

interface CreateOptions {
  name: string
  scope: string
  org?: string
  json?: true
}

export function clientCommand(): Command {
  const client = new Command('client').description('API clients: software that calls with client credentials')
  client
    .command('create')
    .description('make one, and print its id and secret; the secret is shown this once')
    .requiredOption('--name <name>', 'what people call it')
    .requiredOption('--scope <scopes>', 'what it may do: scopes with spaces between them')
    .option('--org <org_id>', 'the organization that it belongs to; without one it may act in any')
    .option('--json', 'print JSON')
    .action((options: CreateOptions) => asOperator(ctx => create(ctx, options)))
  client
    .command('list')
    .description("the platform's own, or those of one organization")
    .option('--org <org_id>', 'the organization')
    .option('--json', 'print JSON')
    .action((options: { org?: string; json?: true }) => asOperator(ctx => list(ctx, options)))
  client
    .command('revoke <client_id>')
    .description('delete it: its secret and its tokens stop working at once')
    .action((id: string) => asOperator(ctx => revoke(ctx, id)))
  return client
}

async function create(ctx: Ctx, { name, scope, org, json }: CreateOptions): Promise<void> {
  const input = typed(createClientSchema, { name, scopes: scope.split(/\s+/).filter(Boolean) })
  const { client, secret } = await createClient(await inOrganization(ctx, org), input)
  print(
    json
      ? JSON.stringify({ client_id: client.id, client_secret: secret })
      : `client_id      ${client.id}\nclient_secret  ${secret}`,
  )
}

async function list(ctx: Ctx, { org, json }: { org?: string; json?: true }): Promise<void> {
  const rows = await all(await inOrganization(ctx, org))
  print(json ? JSON.stringify(rows, null, 2) : table(rows.map(line)))
}

async function all(ctx: Ctx): Promise<ClientView[]> {
  const rows: ClientView[] = []
  for (let after: string | null | undefined; after !== null; ) {
    const page = await listClients(ctx, listClientsSchema.parse({ size: 100, after }))
    rows.push(...page.rows)
    after = page.next
  }
  return rows
}

/** Whosever it is: who runs the installation may end any client. */
async function revoke(ctx: Ctx, clientId: string): Promise<void> {
  const { id } = typed(clientIdSchema, { id: clientId })
  const organization = { select: { id: true, name: true } }
  const row = await ctx.db.client.findUnique({ where: { id }, select: { organization } })
  if (!row) throw notFound('This client')
  await deleteClient({ ...ctx, organization: row.organization }, { id })
  print(`The client ${id} is gone.`)
}

async function inOrganization(ctx: Ctx, id: string | undefined): Promise<Ctx> {
  if (id === undefined) return ctx
  const organization = await ctx.db.organization.findUnique({
    where: { foldedId: id.toLowerCase() },
    select: { id: true, name: true },
  })
  if (!organization) throw notFound(`The organization ${id}`)
  return { ...ctx, organization }
}

function line(client: ClientView): Record<string, string> {
  return {
    'CLIENT ID': client.id,
    NAME: client.name,
    KIND: client.kind.toLowerCase(),
    STATE: client.status.toLowerCase(),
    'LAST USED': client.lastUsedAt?.toISOString() ?? 'never',
    SCOPES: client.scopes.join(' '),
  }
}
