import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { StartError } from './database/start-error'

const PORTS = 'must be a port, from 0 to 65535'
const port = z.coerce.number(PORTS).int(PORTS).min(0, PORTS).max(65535, PORTS)
const httpUrl = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address' })
  .transform(url => url.replace(/\/+$/, ''))
/** Pages, the API and cookies are served from the root of a host. */
const publicUrl = httpUrl.refine(
  isBare,
  'must be an address without a path, such as https://writ.example.com',
)
const emails = z
  .string()
  .default('')
  .transform(list =>
    list
      .split(',')
      .map(email => email.trim().toLowerCase())
      .filter(Boolean),
  )
  .pipe(z.array(z.email({ error: 'must be e-mail addresses, separated by commas' })))

/** Text of several lines; `\n` stands for a line break where a setting cannot hold one. */
const lines = z
  .string()
  .default('')
  .transform(text =>
    text
      .split(/\\n|\n/)
      .map(line => line.trim())
      .filter(Boolean),
  )

/** Thousandths of a percent. */
const percent = z
  .string()
  .default('0')
  .refine(text => /^\d{1,2}(\.\d{1,3})?$/.test(text), 'must be a percentage such as 19 or 8.875')
  .transform(text => Math.round(Number(text) * 1000))

const schema = z
  .object({
    NODE_ENV: z.string().optional(),
    PORT: port.optional(),
    WRIT_HOST: z.string().default('0.0.0.0'),
    WRIT_URL: publicUrl.optional(),
    WRIT_DATA: z
      .string()
      .default('./data')
      .transform(path => resolve(path)),
    WRIT_TRUSTED_PROXIES: z
      .string()
      .default('')
      .transform(list =>
        list
          .split(',')
          .map(s => s.trim())
          .filter(Boolean),
      ),
    WRIT_SSA_HOOKS: z
      .string()
      .transform(path => resolve(path))
      .refine(path => existsSync(path), 'must be the path of a module that is there')
      .optional(),
    DATABASE_URL: z
      .url({
        protocol: /^postgres(ql)?$/,
        error: 'must look like postgresql://user:password@host:5432/database',
      })
      .optional(),
    WRIT_MASTER_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
    SMTP_URL: z
      .url({ protocol: /^smtps?$/, error: 'must look like smtp://user:password@host:587' })
      .optional(),
    MAIL_FROM: z.string().default('Writ <writ@localhost>'),
    GITHUB_ID: z.string().optional(),
    GITHUB_SECRET: z.string().optional(),
    GITHUB_URL: httpUrl.default('https://github.com'),
    WRIT_OPERATORS: emails,
    WRIT_SALES: emails,
    STRIPE_SECRET_KEY: z.string().optional(),
    STRIPE_WEBHOOK_SECRET: z.string().optional(),
    STRIPE_URL: httpUrl.optional(),
    INVOICE_SELLER: lines,
    INVOICE_PAYMENT: lines,
    INVOICE_TAX_RATE: percent,
    INVOICE_TAX_LABEL: z.string().trim().max(30, 'must have at most 30 characters').default('Tax'),
    STRIPE_AUTOMATIC_TAX: z.enum(['on', 'off']).default('off'),
    WRIT_RATE_LIMITS: z.enum(['on', 'off']).default('on'),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug']).default('info'),
  })
  .refine(env => Boolean(env.GITHUB_ID) === Boolean(env.GITHUB_SECRET), {
    path: ['GITHUB_SECRET'],
    error: 'GITHUB_ID and GITHUB_SECRET must be set together',
  })
  .refine(env => Boolean(env.STRIPE_SECRET_KEY) === Boolean(env.STRIPE_WEBHOOK_SECRET), {
    path: ['STRIPE_WEBHOOK_SECRET'],
    error: 'STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET must be set together',
  })
  .transform(env => {
    const PORT = env.PORT ?? 3000
    const WRIT_URL = env.WRIT_URL ?? `http://localhost:${PORT}`
    return { ...env, PORT, WRIT_URL, addressGiven: Boolean(env.WRIT_URL ?? env.PORT) }
  })

export type Env = z.infer<typeof schema>

function isBare(url: string): boolean {
  const { pathname, search, hash, username } = new URL(url)
  return pathname === '/' && `${search}${hash}${username}` === ''
}

/** The settings, or the list of what is wrong with them, one sentence each. An empty value counts as absent. */
export function readEnv(source: NodeJS.ProcessEnv): { env: Env } | { problems: string[] } {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(set)
  if (parsed.success) return { env: parsed.data }
  return { problems: parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`) }
}

let known: Env | undefined

/** The settings of this process; throws when they were not checked at start and are wrong. */
export function env(): Env {
  if (known) return known
  const read = readEnv(process.env)
  if ('problems' in read) throw new Error(`Settings are wrong. ${read.problems.join('; ')}`)
  known = read.env
  return known
}

/** At start-up: the settings, told to the libraries that read the environment themselves. Throws StartError. */
export function prepareEnv(): Env {
  const read = readEnv(process.env)
  if ('problems' in read) {
    throw new StartError(
      `Some settings are wrong. Correct them and start again:\n  ${read.problems.join('\n  ')}`,
    )
  }
  process.env.NEXTAUTH_URL = read.env.WRIT_URL
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  known = read.env
  return known
}

/** How much is logged; the default while the settings are wrong, so that the start can tell what is wrong. */
export function logLevel(): Env['LOG_LEVEL'] {
  const read = readEnv(process.env)
  return 'env' in read ? read.env.LOG_LEVEL : 'info'
}

/** Whether browsers reach the portal over https, which is when cookies may be kept from any other way. */
export function isHttps({ WRIT_URL }: Pick<Env, 'WRIT_URL'> = env()): boolean {
  return WRIT_URL.startsWith('https:')
}

/** Whether this process runs with Next's development server. */
export function isDevelopment(): boolean {
  return env().NODE_ENV === 'development'
}
