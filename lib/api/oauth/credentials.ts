import { decodeJwt } from 'jose'
import { AppError } from '@/lib/errors'
import { type Credentials, invalidClient } from '@/lib/oauth/authenticate-client'
import { type Call, header } from '../call'

const BASIC = /^Basic +([A-Za-z0-9+/_-]+=*)$/i
const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** The one way in which this request proves its client (RFC 6749 §2.3). INVALID for two, `invalid_client` for none. */
export function clientCredentials(c: Call, form: Record<string, string>): Credentials {
  const authorization = header(c, 'authorization')
  const ways = [authorization, form.client_secret, form.client_assertion].filter(way => way !== undefined)
  if (ways.length > 1) throw new AppError('INVALID', 'Prove the client in one way, not in two.')
  if (authorization !== undefined) return fromBasic(authorization, form.client_id)
  if (form.client_assertion !== undefined) return fromAssertion(form)
  if (form.client_id === undefined || form.client_secret === undefined) {
    throw invalidClient('Send the credentials of a client.')
  }
  return { method: 'secret', clientId: form.client_id, secret: form.client_secret }
}

/** Both halves are percent-encoded (RFC 6749 §2.3.1). The id may come in the body as well. */
function fromBasic(authorization: string, clientId: string | undefined): Credentials {
  const [, encoded] = BASIC.exec(authorization) ?? []
  if (!encoded) throw invalidClient('Send the credentials of the client by the scheme Basic.')
  const text = Buffer.from(encoded, 'base64').toString()
  const colon = text.indexOf(':')
  if (colon < 0) throw invalidClient()
  const id = decoded(text.slice(0, colon))
  if (clientId !== undefined && clientId !== id) {
    throw new AppError('INVALID', 'The parameter client_id names another client than the header.')
  }
  return { method: 'secret', clientId: id, secret: decoded(text.slice(colon + 1)) }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    throw invalidClient()
  }
}

/** The client is who the assertion says (RFC 7521 §4.2); its signature is checked with that client's keys. */
function fromAssertion(form: Record<string, string>): Credentials {
  const { client_assertion: assertion = '', client_assertion_type: type } = form
  if (type !== JWT_BEARER) throw new AppError('INVALID', `client_assertion_type must be ${JWT_BEARER}.`)
  const clientId = subjectOf(assertion)
  if (form.client_id !== undefined && form.client_id !== clientId) throw invalidClient()
  return { method: 'assertion', clientId, assertion }
}

function subjectOf(assertion: string): string {
  try {
    const { sub } = decodeJwt(assertion)
    if (typeof sub === 'string') return sub
  } catch {
    // Told below, like everything that is wrong with credentials.
  }
  throw invalidClient()
}
