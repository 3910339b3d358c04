import { afterAll, beforeAll } from 'vitest'
import { newGitHubPerson } from '@/e2e/support/github'
import {
  DOUBLE_CLIENT,
  type GitHubPerson,
  PERSON_COOKIE,
  startGitHubDouble,
} from '@/e2e/support/github-double'
import type { OrgCtx } from '@/lib/context'
import { finishConsent } from '@/lib/repositories/finish-consent'
import { consentAnswerSchema } from '@/lib/repositories/schema'
import { startConsent } from '@/lib/repositories/start-consent'
import type { World } from './context'
import { idOf } from './people'

export { gitHubSecrets, scopesAtGitHub, script, takeBackAtGitHub } from '@/e2e/support/github'

/** For the top of a test file: a GitHub of its own, which the settings name. */
export function testGitHub(): void {
  let stop = async () => {}
  beforeAll(async () => {
    const double = await startGitHubDouble()
    stop = double.stop
    Object.assign(process.env, {
      E2E_GITHUB_URL: double.url,
      GITHUB_URL: double.url,
      GITHUB_ID: DOUBLE_CLIENT.id,
      GITHUB_SECRET: DOUBLE_CLIENT.secret,
    })
  })
  afterAll(() => stop())
}

/** A new member of an organization who signs in with GitHub, and who they are there. */
export async function withGitHub(
  world: World,
  repositories: GitHubPerson['repositories'] = [],
): Promise<{ ctx: OrgCtx; person: GitHubPerson }> {
  const ctx = await world.newOrganization()
  const person = await newGitHubPerson({ repositories })
  await world.db.identity.create({
    data: { accountId: idOf(ctx), provider: 'GITHUB', subject: String(person.id), login: person.login },
  })
  return { ctx, person }
}

/** What GitHub sends this person's browser back with. */
export async function throughGitHub(url: string, { id }: GitHubPerson) {
  const answer = await fetch(url, { redirect: 'manual', headers: { cookie: `${PERSON_COOKIE}=${id}` } })
  const back = new URL(answer.headers.get('location') ?? '')
  return consentAnswerSchema.parse(Object.fromEntries(back.searchParams))
}

/** Allows access, as a person does. */
export async function allow(ctx: OrgCtx, person: GitHubPerson, includePrivate = false) {
  const { url, sealed } = await startConsent(ctx, { includePrivate })
  return finishConsent(ctx, { ...(await throughGitHub(url, person)), sealed })
}
