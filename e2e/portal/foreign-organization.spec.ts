import { readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { contextOf, issue } from '../support/ssa'
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
  signIn,
  newPerson,
  newBrowser,
  installation,
}) => {
  const [owner, stranger] = [newPerson(), newPerson('stranger')]
  await signIn(owner, await newBrowser())
  await signIn(stranger)
  const theirs = await contextOf(installation, owner)
  const own = await contextOf(installation, stranger)
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

  const actions = manifest
    .parse(JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')))
    .filter(action => action.filename.startsWith('app/o/[org]/'))
  expect(actions.length).toBeGreaterThan(12)
  for (const { id, exportedName, workers } of actions) {
    const carrier = Object.keys(workers).find(worker => !worker.includes('[jti]')) ?? ''
    const answer = await page.request.post(
      at(`/${dirname(carrier).replace('app/', '')}`, own.organization.id),
      {
        headers: {
          'next-action': id,
          'content-type': 'text/plain;charset=UTF-8',
          origin: installation.ctx.issuer,
        },
        data: JSON.stringify([theirs.organization.id, { jti }]),
      },
    )
    expect(await answer.text(), exportedName).toContain(
      '"code":"NOT_FOUND","message":"This organization was not found."',
    )
  }
  expect(await installation.db.ssa.findUnique({ where: { jti } })).toMatchObject({ status: 'ACTIVE' })
})

/** The addresses of every file of this name below a folder of `app`. */
function routesBelow(folder: string, name: string): string[] {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return found
    .filter(path => path.endsWith(name))
    .map(path => `/${dirname(`${folder}/${path}`).replace('app/', '')}`)
}
