import { organizationPath } from '@/lib/organizations/path'

const flex = (organizationId: string, rest: string) => organizationPath(organizationId, `market/flex/${rest}`)

export function checkoutPath(organizationId: string, plan: string): string {
  return `${flex(organizationId, 'checkout')}?${new URLSearchParams({ plan })}`
}

export function orderPath(organizationId: string, number: string): string {
  return flex(organizationId, `orders/${number}`)
}

export function invoicePath(organizationId: string, number: string): string {
  return flex(organizationId, `orders/${number}/invoice`)
}

export function billingPath(organizationId: string): string {
  return flex(organizationId, 'billing')
}

export function changePath(organizationId: string): string {
  return flex(organizationId, 'billing/change')
}

/** The portal read behind the billing history. */
export function ordersUrl(organizationId: string): string {
  return `/api/portal${organizationPath(organizationId, 'orders')}`
}

/** The portal read behind the Console's list. */
export const ALL_ORDERS_URL = '/api/portal/console/orders'

/** The portal read of what of an order's money is still to go back. */
export function leftUrl(number: string): string {
  return `${ALL_ORDERS_URL}/${number}/left`
}

export function staffOrderPath(number: string): string {
  return `/console/orders/${number}`
}
