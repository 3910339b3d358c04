import type { Adapter, AdapterSession, AdapterUser, VerificationToken } from 'next-auth/adapters'
import { z } from 'zod'
import { type AccountView, createAccount } from '@/lib/accounts/create'
import { admit } from '@/lib/accounts/sign-in-link'
import { startSession } from '@/lib/accounts/start-session'
import { AppError } from '@/lib/errors'
import type { Account as AccountRow } from '@/lib/generated/prisma/client'
import { tokenHash } from '@/lib/secrets'
import type { Visit } from './visit'

/** What next-auth hands over of somebody new: what our GitHub profile says, or an address that was just confirmed. */
const newcomer = z.union([
  z.object({ gitHubId: z.string(), login: z.string(), name: z.string(), email: z.string().nullish() }),
  z.object({ gitHubId: z.undefined().optional(), email: z.string(), emailVerified: z.date() }),
])

/**
 * next-auth's storage on our tables, for one visit. Only hashes of session and sign-in tokens are stored, and nothing
 * of what GitHub hands out. Linking is ours alone: next-auth is never told that somebody is signed in already.
 */
export function visitAdapter({ ctx, userAgent, sessionToken: replaces }: Visit) {
  const { db, clock } = ctx
  const accountWhere = (where: { id: string } | { email: string }) =>
    db.account.findUnique({ where, select: VIEW }).then(toUser)
  return {
    async createUser(user: object) {
      const person = newcomer.parse(user)
      if (person.gitHubId === undefined) return asUser(await admit(ctx, person.email))
      const { gitHubId: subject, login, name, email } = person
      const identity = { provider: 'GITHUB' as const, subject, login }
      return asUser(await createAccount(ctx, { name, email: email ?? null, identity }))
    },
    getUser: (id: string) => accountWhere({ id }),
    getUserByEmail: (email: string) => accountWhere({ email }),
    async getUserByAccount({ provider, providerAccountId: subject }: ProviderAccount) {
      if (provider !== 'github') return null
      const where = { provider_subject: { provider: 'GITHUB' as const, subject } }
      const found = await db.identity.findUnique({ where, select: { account: { select: VIEW } } })
      return toUser(found?.account ?? null)
    },
    // Called when the holder of a known address comes back.
    async updateUser({ id }: { id: string }) {
      const where = { id, identities: { some: { provider: 'EMAIL' as const } } }
      const user = toUser(await db.account.findFirst({ where, select: VIEW }))
      if (!user) throw new AppError('FORBIDDEN', 'This account does not sign in by e-mail.')
      return user
    },
    // `createUser` has stored the identity with the account; provider tokens are not kept.
    linkAccount: () => undefined,
    async createSession({ sessionToken: token, userId: accountId, expires: expiresAt }: AdapterSession) {
      await startSession(ctx, { accountId, token, expiresAt, userAgent, replaces })
      return { sessionToken: token, userId: accountId, expires: expiresAt }
    },
    getSessionAndUser: () => null,
    updateSession: () => null,
    async deleteSession(token: string) {
      await db.session.deleteMany({ where: { tokenHash: tokenHash(token) } })
    },
    createVerificationToken: () => Promise.reject(new Error('Links are made by sendSignInLink.')),
    /** One statement takes the token away: of parallel tries one succeeds. */
    async useVerificationToken({ identifier: email, token: hash }: Omit<VerificationToken, 'expires'>) {
      const spent = await db.$queryRaw<{ expires_at: Date }[]>`
        DELETE FROM sign_in_token WHERE email = ${email} AND token_hash = ${hash} AND expires_at > ${clock.now()}
        RETURNING expires_at`
      const expires = spent[0]?.expires_at
      return expires ? { identifier: email, token: hash, expires } : null
    },
  } satisfies Adapter
}

interface ProviderAccount {
  provider: string
  providerAccountId: string
}

const VIEW = { id: true, name: true, email: true } as const satisfies Partial<Record<keyof AccountRow, true>>

function toUser(account: AccountView | null): AdapterUser | null {
  return account && asUser(account)
}

/** next-auth wants an address of everybody, and never uses it where a session is kept in the database. */
function asUser({ id, name, email }: AccountView): AdapterUser {
  return { id, name, email: email ?? '', emailVerified: null }
}
