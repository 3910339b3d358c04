import { lifetimeInWords } from './lifetime'

/** What each member of the header says (RFC 7515 §4.1), for people who have never seen a JWT. */
const HEADER: Record<string, string> = {
  alg: 'How it is signed. Anyone can check the signature with the public key; only this portal can make it.',
  typ: 'What it is: a JSON Web Token.',
  kid: 'Which of the published keys made the signature.',
}

/** What each claim says (RFC 7519 §4.1, RFC 7591 §2.3). */
const CLAIMS: Record<string, string> = {
  jti: 'The id of this SSA. It is looked up here whenever the SSA is used, so revoking it takes effect at once.',
  iss: 'Who issued it. The software registers itself at this address, and the public keys are published there.',
  iat: 'When it was created.',
  exp: 'Until when software can register with it. Clients that are registered by then live on.',
  org_id: 'The organization that it vouches for. Clients registered with it belong to this organization.',
  software_id: 'The software name that was given to it.',
  software_roles: 'What the software may do. Each role becomes scopes of the clients registered with it.',
  grant_types:
    'How those clients get their tokens. client_credentials: with their own id and secret, without a person signing in.',
  lifetime: 'Seconds that a client registered with it lives, counted from its registration.',
}

const UNKNOWN = 'Not part of a plain SSA: this portal was configured to add it.'

/** One member of a decoded JWT, ready to be shown. */
export interface ExplainedMember {
  name: string
  /** As it stands in the JWT, as JSON. */
  json: string
  explanation: string
  /** The moment that a date stands for. */
  moment?: Date
  /** The same in words, where the raw value is hard to read. */
  words?: string
}

export function explainHeader(header: Record<string, unknown>): ExplainedMember[] {
  return Object.entries(header).map(([name, value]) => explained(name, value, HEADER))
}

export function explainClaims(claims: Record<string, unknown>): ExplainedMember[] {
  return Object.entries(claims).map(([name, value]) => ({
    ...explained(name, value, CLAIMS),
    ...((name === 'iat' || name === 'exp') &&
      typeof value === 'number' && { moment: new Date(value * 1000) }),
    ...(name === 'lifetime' && typeof value === 'number' && { words: lifetimeInWords(value) }),
  }))
}

function explained(name: string, value: unknown, texts: Record<string, string>): ExplainedMember {
  const explanation = Object.hasOwn(texts, name) ? texts[name] : undefined
  return { name, json: JSON.stringify(value), explanation: explanation ?? UNKNOWN }
}
