import type { OrgCtx } from '@/lib/context'
import type { Door } from '@/lib/testing/door'
import type { Installation } from './installation'

/** The machine door of a server, for the calls of installed software. */
export function doorOf(url: string): Door {
  return { url, call: (path, init) => fetch(`${url}${path}`, init) }
}

/** A new organization, in which the system may do everything. */
export async function newOrganization({ db, ctx }: Installation): Promise<OrgCtx> {
  const id = `org:${crypto.randomUUID().slice(0, 12)}`
  const organization = await db.organization.create({
    data: { id, foldedId: id, name: `Protocol ${id}`, kind: 'TEAM' },
    select: { id: true, name: true },
  })
  return { ...ctx, organization }
}
