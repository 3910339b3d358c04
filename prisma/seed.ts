import { admit } from '@/lib/accounts/sign-in-link'
import { explainAndFail } from '@/lib/cli/explain'
import { asOperator, print } from '@/lib/cli/session'
import type { Ctx, OrgCtx } from '@/lib/context'
import { signUpForCredits } from '@/lib/credits/sign-up'
import { StartError } from '@/lib/database/start-error'
import { DAY_SECONDS, daysAfter } from '@/lib/days'
import { startTrialSchema } from '@/lib/licenses/schema'
import { startTrial } from '@/lib/licenses/start-trial'
import { issueSsa } from '@/lib/ssa/issue'
import { revokeSsa } from '@/lib/ssa/revoke'
import { issueSsaSchema } from '@/lib/ssa/schema'
import { reportMau } from '@/lib/usage/report'
import { reportMauSchema } from '@/lib/usage/schema'

const NAMES = [
  'Flex production',
  'Flex staging',
  'Key ceremony desk',
  'Branch office gateway',
  'Reporting service',
]
const DESCRIPTIONS = ['Primary data center', 'Rehearses every upgrade', '', 'Owned by the platform team', '']

/** Monthly active users, the last month last. */
const USERS = [310, 352, 401, 433, 512, 548, 627, 690]

/**
 * Demo data: `npm run seed -- ada@example.com 25` gives Ada's own organization 25 SSAs in every state, the free trial
 * of Flex with some months of use, and SCAN credits.
 */
async function main([email = 'ada@example.com', count = '25']: string[]): Promise<void> {
  const wanted = Number(count)
  if (!Number.isInteger(wanted) || wanted < 0)
    throw new StartError('Say how many SSAs: a whole number, such as 25.')
  await asOperator(async ctx => {
    const inside = await organizationOf(ctx, email)
    if (await ctx.db.ssa.count({ where: { organizationId: inside.organization.id, softwareId: NAMES[0] } }))
      throw new StartError(`${email} has the demo data already. Name another e-mail address.`)
    for (let n = 0; n < wanted; n++) await seedOne(inside, n, wanted)
    await seedLicense(inside)
    await signUpForCredits(inside)
    print(`${count} SSAs in ${inside.organization.id}`)
  })
}

async function organizationOf(ctx: Ctx, email: string): Promise<OrgCtx> {
  const where = { email }
  const { id: accountId, name } = (await ctx.db.account.findUnique({ where })) ?? (await admit(ctx, email))
  const organization = await ctx.db.organization.findUniqueOrThrow({
    where: { personalOf: accountId },
    select: { id: true, name: true },
  })
  return { ...ctx, organization, actor: { kind: 'user', accountId, name, role: 'OWNER' } }
}

async function seedLicense(ctx: OrgCtx): Promise<void> {
  const had = await ctx.db.license.count({ where: { organizationId: ctx.organization.id } })
  if (had === 0) await startTrial(ctx, startTrialSchema.parse({}))
  const now = ctx.clock.now()
  const reports = USERS.map((mau, n) => {
    const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - USERS.length + 1 + n))
    return { month: month.toISOString().slice(0, 7), mau }
  })
  await reportMau(ctx, reportMauSchema.parse({ reports }))
}

/** Issued over the last weeks, the newest today; every seventh is revoked, every fifth has run out by now. */
async function seedOne(ctx: OrgCtx, n: number, count: number): Promise<void> {
  const ago = Math.round(((count - n) / count) * 60 * DAY_SECONDS)
  const issuedAt = new Date(Date.now() - ago * 1000)
  const then = { ...ctx, clock: { now: () => issuedAt } }
  const lifeDays = n % 5 === 0 && ago > 7 * DAY_SECONDS ? 7 : 365 - (n % 300)
  const input = issueSsaSchema.parse({
    softwareId: n < NAMES.length ? NAMES[n] : `${NAMES[n % NAMES.length]} ${n}`,
    description: DESCRIPTIONS[n % DESCRIPTIONS.length],
    expiresAt: daysAfter(issuedAt, lifeDays),
    lifetime: n % 3 === 0 ? 90 * DAY_SECONDS : null,
  })
  const { jti } = await issueSsa(then, input)
  if (n % 7 === 6) await revokeSsa(then, { jti })
}

await main(process.argv.slice(2)).catch(explainAndFail)
