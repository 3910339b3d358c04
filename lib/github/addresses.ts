import type { Env } from '@/lib/env'

/** Where this GitHub is: github.com, or the GitHub Enterprise Server at `GITHUB_URL`. Without a trailing slash. */
export interface GitHubAddresses {
  web: string
  api: string
}

/** github.com's API has a host of its own, an Enterprise Server's a path. */
export function gitHubAddresses({ GITHUB_URL: web }: Pick<Env, 'GITHUB_URL'>): GitHubAddresses {
  return { web, api: web === 'https://github.com' ? 'https://api.github.com' : `${web}/api/v3` }
}
