import type { Result } from '@/lib/result'

/** The server actions of the page, bound to its organization. */
export interface RepositoryActions {
  /** Resolves to the page of GitHub's that asks. */
  connect: (input: { includePrivate: boolean }) => Promise<Result<{ url: string }>>
  choose: (input: { fullName: string }) => Promise<Result<{ fullName: string }>>
  clear: (input: Record<string, never>) => Promise<Result<void>>
  removeAccess: (input: Record<string, never>) => Promise<Result<{ atGitHub: boolean }>>
}
