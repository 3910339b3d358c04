import { readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { createClient } from '@/lib/clients/create'
import { issue } from '../support/ssa'
import { expect, test } from '../support/test'

/** What Next wrote of the server actions that it built: their ids, and the pages that carry them. */
const manifest = z
  .object({
    node: z.record(
      z.string(),
      z.object({
        filename: z.string(),
        exportedName: z.string(),
        workers: z.record(z.string(), z.unknown()),
      }),
    ),
  })
  .transform(({ node }) => Object.entries(node).map(([id, action]) => ({ id, ...action })))

test.use({ allowedComplaints: [/404/] })

test("every page, portal read and action answers 'not found' for another organization", async ({
  page,
  mine: own,
  theirs,
  installation,
}) => {
  const { jti } = await issue(theirs)
  const at = (route: string, org: string) => route.replace('[org]', org).replace('[jti]', jti)

  const routes = [
    ...routesBelow('app/o/[org]', 'page.tsx'),
    ...routesBelow('app/api/portal/o/[org]', 'route.ts'),
  ]
  expect(routes.length).toBeGreaterThan(12)
  for (const route of routes) {
    const answer = await page.request.get(at(route, theirs.organization.id))
    expect(answer.status(), route).toBe(404)
  }

  const actions = actionsBuilt().filter(action => action.filename.startsWith('app/o/[org]/'))
  expect(actions.length).toBeGreaterThan(12)
  for (const { id, exportedName, workers } of actions) {
    const carrier = Object.keys(workers).find(worker => !worker.includes('[jti]')) ?? ''
    const path = at(`/${dirname(carrier).replace('app/', '')}`, own.organization.id)
    const args = [theirs.organization.id, { jti }]
    const answer = await callAction(page, installation.ctx.issuer, { path, id, args })
    expect(answer, exportedName).toContain('"code":"NOT_FOUND","message":"This organization was not found."')
  }
  expect(await installation.db.ssa.findUnique({ where: { jti } })).toMatchObject({ status: 'ACTIVE' })
})

test("another organization's SSA and client are not found at an address of the own organization", async ({
  page,
  mine: own,
  theirs,
  installation,
}) => {
  const { jti } = await issue(theirs)
  const { client } = await createClient(theirs, {
    name: 'Theirs',
    scopes: ['https://jans.io/auth/ssa.admin'],
  })
  const home = `/o/${own.organization.id}`
  expect((await page.request.get(`${home}/market/ssa/${jti}`)).status()).toBe(404)
  const list = await page.request.get(`/api/portal${home}/clients?q=${client.id}`)
  expect(await list.json()).toMatchObject({ rows: [] })

  const calls: [path: string, action: string, file: string, input: object][] = [
    [`${home}/market/ssa`, 'revealSsaAction', 'market/ssa', { jti }],
    [`${home}/market/ssa`, 'revokeSsaAction', 'market/ssa', { jti }],
    [`${home}/clients`, 'rotateAction', 'clients', { id: client.id }],
    [`${home}/clients`, 'removeAction', 'clients', { id: client.id }],
  ]
  for (const [path, action, folder, input] of calls) {
    const { id } = actionsBuilt().find(
      ({ exportedName, filename }) =>
        exportedName === action && filename === `app/o/[org]/${folder}/actions.ts`,
    ) ?? { id: '' }
    const answer = await callAction(page, installation.ctx.issuer, {
      path,
      id,
      args: [own.organization.id, input],
    })
    expect(answer, action).toContain('"code":"NOT_FOUND"')
  }
  expect(await installation.db.ssa.findUnique({ where: { jti } })).toMatchObject({ status: 'ACTIVE' })
  expect(await installation.db.client.count({ where: { id: client.id } })).toBe(1)
})

/** The server actions that Next built. */
function actionsBuilt() {
  return manifest.parse(JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')))
}

/** Calls a server action as a browser does on this page; gives what was answered. */
async function callAction(
  page: Page,
  origin: string,
  { path, id, args }: { path: string; id: string; args: unknown[] },
): Promise<string> {
  const headers = { 'next-action': id, 'content-type': 'text/plain;charset=UTF-8', origin }
  return (await page.request.post(path, { headers, data: JSON.stringify(args) })).text()
}

/** The addresses of every file of this name below a folder of `app`. */
function routesBelow(folder: string, name: string): string[] {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return found
    .filter(path => path.endsWith(name))
    .map(path => `/${dirname(`${folder}/${path}`).replace('app/', '')}`)
}
