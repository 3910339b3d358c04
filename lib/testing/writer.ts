import { randomUUID } from 'node:crypto'
import { asOperator, print } from '@/lib/cli/session'
import { issueSsa } from '@/lib/ssa/issue'
import { issueSsaSchema } from '@/lib/ssa/schema'

/** Issues statements, eight at a time, until it is killed; a statement's id is printed once it is acknowledged. */
const AT_ONCE = 8
/** More than anybody lets it write. */
const WRITES = 100_000

await asOperator(async ctx => {
  const id = `org:${randomUUID().slice(0, 12)}`
  const organization = { id, name: id }
  await ctx.db.organization.create({ data: { ...organization, foldedId: id, kind: 'TEAM' } })
  const issueMany = async () => {
    for (let n = 0; n < WRITES / AT_ONCE; n++) {
      const { jti } = await issueSsa(
        { ...ctx, organization },
        issueSsaSchema.parse({ softwareId: randomUUID() }),
      )
      print(jti)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, issueMany))
})
