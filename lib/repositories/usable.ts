import type { Octokit } from 'octokit'
import { GitHubFailure, toFailure } from '@/lib/github/failure'

/** Whether one can work with a repository; `why` is a sentence that says what to do instead. */
export type Usable = { ok: true; fullName: string } | { ok: false; why: string }

/** Looks a repository up, and for a commit on its main branch. Throws GitHub's refusals of another kind. */
export async function usable(github: Octokit, wanted: string, now: Date): Promise<Usable> {
  const [owner = '', repo = ''] = wanted.split('/')
  try {
    // Under the name that it has today: GitHub leads on from former ones.
    const { data } = await github.rest.repos.get({ owner, repo })
    const { full_name: fullName, default_branch: branch } = data
    const no = (why: string): Usable => ({ ok: false, why: `${fullName} ${why}` })
    if (data.archived)
      return no(
        'is archived, so nothing can be changed in it. Unarchive it at GitHub, or choose another one.',
      )
    if (data.permissions?.push === false)
      return no('is not yours to push to. Choose another one, or ask its owner for access.')
    if (data.disabled) return no('is disabled by GitHub. Choose another one.')
    if (await hasCommit(github, { owner: data.owner.login, repo: data.name, sha: branch }, now))
      return { ok: true, fullName }
    return no(`has no commit on its main branch (${branch}) yet. Push one, then choose it again.`)
  } catch (error) {
    return { ok: false, why: whyNot(wanted, toFailure(error, now)) }
  }
}

/** An empty repository answers 409, one whose main branch was never pushed 404. */
async function hasCommit(
  github: Octokit,
  where: { owner: string; repo: string; sha: string },
  now: Date,
): Promise<boolean> {
  try {
    const { data } = await github.rest.repos.listCommits({ ...where, per_page: 1 })
    return data.length > 0
  } catch (error) {
    const told = toFailure(error, now)
    if (told instanceof GitHubFailure && ['EMPTY', 'NOT_FOUND'].includes(told.failure.kind)) return false
    throw error
  }
}

function whyNot(wanted: string, told: unknown): string {
  if (!(told instanceof GitHubFailure)) throw told
  switch (told.failure.kind) {
    case 'NOT_FOUND':
      return `GitHub shows us no repository ${wanted}. It is gone or has another name, or the access that you gave does not cover it: without private repositories it covers public ones alone.`
    case 'SINGLE_SIGN_ON':
      return `The organization of ${wanted} asks for single sign-on. Authorize this portal for it at GitHub, under Settings, Applications; then choose it again.`
    case 'FORBIDDEN':
      return `GitHub does not let you read ${wanted}. Ask its owner for access.`
    default:
      throw told
  }
}
