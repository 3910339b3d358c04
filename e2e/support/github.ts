import { randomInt } from 'node:crypto'
import type { BrowserContext } from '@playwright/test'
import { type GitHubPerson, PERSON_COOKIE } from './github-double'

/** A new GitHub user with one verified address, unless told otherwise. */
export async function newGitHubPerson(wanted: Partial<GitHubPerson> = {}): Promise<GitHubPerson> {
  const id = randomInt(1, 2 ** 31)
  const login = `Octo-${id}`
  const email = `octo-${id}@example.org`
  return script({ id, login, name: null, publicEmail: null, emails: verified(email), ...wanted })
}

/** The addresses of a person whose only one is this, which GitHub has checked. */
export function verified(email: string): GitHubPerson['emails'] {
  return [{ email, primary: true, verified: true }]
}

/** Changes what GitHub says of a person from now on. */
export async function script(person: GitHubPerson): Promise<GitHubPerson> {
  const body = JSON.stringify(person)
  const answer = await fetch(`${process.env.E2E_GITHUB_URL}/_people`, { method: 'PUT', body })
  return answer.json()
}

/** Signs the browser in at GitHub as this person. */
export async function atGitHubAs(context: BrowserContext, { id }: GitHubPerson): Promise<void> {
  const url = process.env.E2E_GITHUB_URL ?? ''
  await context.addCookies([{ name: PERSON_COOKIE, value: String(id), url }])
}

/** Every code and access token that GitHub ever handed out. */
export async function gitHubSecrets(): Promise<string[]> {
  return (await fetch(`${process.env.E2E_GITHUB_URL}/_secrets`)).json()
}

/** Takes back everything that this person ever allowed, as they do in their settings at GitHub. */
export async function takeBackAtGitHub({ id }: GitHubPerson): Promise<void> {
  await fetch(`${process.env.E2E_GITHUB_URL}/_tokens?person=${id}`, { method: 'DELETE' })
}

/** The scope of each token of this person that works. */
export async function scopesAtGitHub({ id }: GitHubPerson): Promise<string[]> {
  const answer = await fetch(`${process.env.E2E_GITHUB_URL}/_tokens?person=${id}`)
  const tokens: { scope: string }[] = await answer.json()
  return tokens.map(({ scope }) => scope)
}
