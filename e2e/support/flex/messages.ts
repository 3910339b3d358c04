import type { Told } from './calls'

/** What the backend answers the browser; the HTTP status is `responseCode` too. */
export interface Answer {
  success: boolean
  responseMessage: string
  responseCode: number
  /** What `isActive` and `activate` hand on to the browser (`responseObject`). */
  customFields?: CustomField[]
}

export interface CustomField {
  name: string
  value: string
}

export type Operation = 'isActive' | 'retrieve' | 'activate' | 'trial'

/** For answers that are JSON without a message. */
const EMPTY: Record<Operation, Answer> = {
  isActive: bad('Active license not present in configuration.', 404),
  retrieve: bad('Error in retrieving license. Check logs for further details.', 500),
  activate: bad('License is not activated.', 500),
  trial: bad('Error in generating trial license.', 500),
}
/** For what cannot be read, and for silence. */
const BROKEN: Record<Operation, Answer> = {
  isActive: bad('Error in checking license status. Check logs for further details.', 500),
  retrieve: bad('Error in retrieving license. Check logs for further details.', 500),
  activate: bad('Error in activating License. Check logs for further details.', 500),
  trial: bad('Error in generating trial license. Check logs for further details.', 500),
}

export function good(responseMessage: string, customFields?: CustomField[]): Answer {
  return { success: true, responseMessage, responseCode: 200, ...(customFields && { customFields }) }
}

export function bad(responseMessage: string, responseCode: number): Answer {
  return { success: false, responseMessage, responseCode }
}

/** What an administrator is told of anything but 200 (contract §1.5). */
export function failure(operation: Operation, told: Told | null): Answer {
  if (!told) return BROKEN[operation]
  const { status, body } = told
  if (operation === 'retrieve' && status === 402 && body)
    return bad('Payment Required. Subscribe Admin UI license on Agama Lab.', 402)
  const { message, code } = body ?? {}
  if (typeof message === 'string' && message !== '') {
    // A code that is no integer becomes 0, and then no legal HTTP status.
    return bad(message, Number.isInteger(code) ? Number(code) : 0)
  }
  if (status === 404) return bad('The requested license apis not found. Response Code: 404', 404)
  if (status === 503) return bad('The requested license apis not available. Response Code: 503', 503)
  return body ? EMPTY[operation] : BROKEN[operation]
}
