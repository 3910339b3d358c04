import { env } from '@/lib/env'
import { octokit } from './octokit'

/** Makes a token worthless at GitHub; resolves to whether GitHub did it. One that it does not know is worthless. */
export async function revokeAtGitHub(token: string): Promise<boolean> {
  const { GITHUB_ID: client_id = '', GITHUB_SECRET: secret = '' } = env()
  const basic = Buffer.from(`${client_id}:${secret}`).toString('base64')
  try {
    await octokit(null).rest.apps.deleteToken({
      client_id,
      access_token: token,
      headers: { authorization: `Basic ${basic}` },
    })
    return true
  } catch (error) {
    return statusOf(error) === 404 || statusOf(error) === 422
  }
}

function statusOf(error: unknown): unknown {
  return error instanceof Error && 'status' in error ? error.status : undefined
}
