import type { Role, StaffRole } from '@/lib/context'
import type { Scope } from './scopes'

interface Permission {
  /** Said in screens and documents. */
  description: string
  roles: readonly Role[]
  staff: readonly StaffRole[]
  /** Any of these lets a client. Absent: no client may. */
  scopes?: readonly Scope[]
}

const EVERY_MEMBER = ['OWNER', 'ADMIN', 'VIEWER'] as const
const MANAGERS = ['OWNER', 'ADMIN'] as const
const SSA_ADMIN = 'https://jans.io/auth/ssa.admin'
const SSA_PORTAL = 'https://jans.io/auth/ssa.portal'
const SSA_DEVELOPER = 'https://jans.io/auth/ssa.developer'
const LICENSE_SCOPES = [
  // Installed software asks for the first alone, whatever it is about to do.
  'https://jans.io/oauth/jans-auth-server/config/adminui/license.readonly',
  'https://jans.io/oauth/jans-auth-server/config/license',
] as const

/** Who may do what: role and scope × permission, as data that screens, doors, documents and tests read. Absent means no. */
export const PERMISSIONS = {
  'ssa:read': {
    description: 'See the list of SSAs and their details',
    roles: EVERY_MEMBER,
    staff: [],
    scopes: [SSA_ADMIN, SSA_PORTAL, SSA_DEVELOPER],
  },
  'ssa:read-others': {
    description: 'See SSAs that somebody else created',
    roles: EVERY_MEMBER,
    staff: [],
    scopes: [SSA_ADMIN, SSA_PORTAL],
  },
  'ssa:issue': { description: 'Create SSAs', roles: MANAGERS, staff: [], scopes: [SSA_ADMIN] },
  'ssa:reveal': {
    description: 'Show and download the JWT of an SSA',
    roles: MANAGERS,
    staff: [],
    scopes: [SSA_ADMIN],
  },
  'ssa:revoke': { description: 'Revoke SSAs', roles: MANAGERS, staff: [], scopes: [SSA_ADMIN] },
  'client:read': {
    description: 'See API clients and registered software',
    roles: MANAGERS,
    staff: ['OPERATOR'],
  },
  'client:create': { description: 'Create API clients', roles: MANAGERS, staff: ['OPERATOR'] },
  'client:rotate': {
    description: 'Change the secrets of API clients',
    roles: MANAGERS,
    staff: ['OPERATOR'],
  },
  'client:delete': {
    description: 'Delete API clients and registered software',
    roles: MANAGERS,
    staff: ['OPERATOR'],
  },
  'client:enroll': {
    description: 'Let software without a statement register',
    roles: [],
    staff: ['OPERATOR'],
  },
  'member:read': { description: 'See the members of the organization', roles: EVERY_MEMBER, staff: [] },
  'member:invite': { description: 'Invite people and withdraw invitations', roles: MANAGERS, staff: [] },
  'member:change': { description: 'Change roles and remove members', roles: MANAGERS, staff: [] },
  'member:own': { description: 'Make, change and remove owners', roles: ['OWNER'], staff: [] },
  'organization:read': {
    description: 'See the name and the id of the organization',
    roles: EVERY_MEMBER,
    staff: [],
  },
  'organization:rename': { description: 'Rename the organization', roles: MANAGERS, staff: [] },
  'audit:read': { description: 'Read and export the audit log', roles: MANAGERS, staff: [] },
  'audit:read-all': { description: 'Read the audit log of the installation', roles: [], staff: ['OPERATOR'] },
  'license:read': {
    description: 'See the license of the organization and its installations',
    roles: EVERY_MEMBER,
    staff: [],
  },
  'license:read-key': {
    description: 'See the key of the license',
    roles: MANAGERS,
    staff: [],
  },
  'license:trial': {
    description: 'Start the free trial',
    roles: MANAGERS,
    staff: [],
    scopes: LICENSE_SCOPES,
  },
  'license:use': {
    description: 'Fetch, check and activate the license, as installed software does',
    // Not in the portal: who may give a client this right.
    roles: MANAGERS,
    staff: [],
    scopes: LICENSE_SCOPES,
  },
  'license:document': {
    description: 'Download the signed license document',
    roles: MANAGERS,
    staff: [],
    scopes: LICENSE_SCOPES,
  },
  'usage:read': {
    description: 'See the monthly active users that were reported',
    roles: EVERY_MEMBER,
    staff: [],
  },
  'usage:report': {
    description: 'Report monthly active users',
    roles: MANAGERS,
    staff: [],
    scopes: LICENSE_SCOPES,
  },
  'usage:read-all': {
    description: 'See the monthly active users that organizations reported',
    roles: [],
    staff: ['OPERATOR', 'SALES'],
  },
  'license:read-all': {
    description: 'See the licenses of every organization',
    roles: [],
    staff: ['OPERATOR', 'SALES'],
  },
  'license:issue': {
    description: 'Issue enterprise licenses, to organizations of others',
    roles: [],
    staff: ['SALES'],
  },
  'license:change': {
    description: 'Change the terms of licenses, of organizations of others',
    roles: [],
    staff: ['SALES'],
  },
  'license:suspend': {
    description: 'Suspend and resume licenses, of organizations of others',
    roles: [],
    staff: ['SALES'],
  },
  'license:revoke': {
    description: 'Revoke licenses, of organizations of others',
    roles: [],
    staff: ['SALES'],
  },
  'repository:choose': {
    description: 'Choose the GitHub repository that one works on',
    roles: EVERY_MEMBER,
    staff: [],
  },
  'ticket:read': { description: 'Read the tickets of the organization', roles: EVERY_MEMBER, staff: [] },
  'ticket:write': { description: 'Open, answer and close tickets', roles: MANAGERS, staff: [] },
  'ticket:read-all': {
    description: 'Read the tickets of every organization',
    roles: [],
    staff: ['OPERATOR', 'SALES'],
  },
  'ticket:handle': {
    description: 'Answer, assign and close tickets, and leave internal notes',
    roles: [],
    staff: ['OPERATOR', 'SALES'],
  },
  'plan:read': {
    description: 'See the plans on offer and what is subscribed to',
    roles: EVERY_MEMBER,
    staff: [],
  },
  'order:read': { description: 'See orders and their invoices', roles: MANAGERS, staff: [] },
  'order:place': { description: 'Subscribe, change the plan and cancel', roles: MANAGERS, staff: [] },
  'plan:read-all': {
    description: 'See every plan, on offer or not',
    roles: [],
    staff: ['OPERATOR', 'SALES'],
  },
  'plan:change': { description: 'Make and change plans', roles: [], staff: ['OPERATOR'] },
  'order:read-all': {
    description: 'See the orders of every organization',
    roles: [],
    staff: ['OPERATOR', 'SALES'],
  },
  'order:settle': {
    description: 'Mark orders as paid or void, of organizations of others',
    roles: [],
    staff: ['OPERATOR', 'SALES'],
  },
  'credits:read': {
    description: 'See the SCAN credits of the organization and what they were spent on',
    roles: EVERY_MEMBER,
    staff: [],
  },
  'credits:sign-up': { description: 'Sign up for SCAN', roles: MANAGERS, staff: [] },
  'credits:threshold': {
    description: 'Change the threshold at which SCAN credits count as low',
    roles: MANAGERS,
    staff: [],
  },
  'credits:debit': {
    description: 'Read and debit the SCAN credits of any organization',
    roles: [],
    staff: [],
    scopes: ['writ:credits'],
  },
  'credits:read-all': {
    description: 'See the SCAN credits of every organization, and what SCAN products cost',
    roles: [],
    staff: ['OPERATOR'],
  },
  'credits:grant': {
    description: 'Grant SCAN credits, to organizations of others',
    roles: [],
    staff: ['OPERATOR'],
  },
  'credits:price': { description: 'Add and change SCAN products', roles: [], staff: ['OPERATOR'] },
  'keys:read': { description: 'See the signing keys', roles: [], staff: ['OPERATOR'] },
  'keys:rotate': { description: 'Rotate signing keys', roles: [], staff: ['OPERATOR'] },
  'configuration:read': {
    description: 'See the configuration of software statements and its history',
    roles: [],
    staff: ['OPERATOR'],
  },
  'configuration:write': {
    description: 'Change the configuration of software statements',
    roles: [],
    staff: ['OPERATOR'],
  },
  'staff:grant': { description: 'Grant platform roles', roles: [], staff: ['OPERATOR'] },
  'account:admit': { description: 'Send sign-in links and create accounts', roles: [], staff: [] },
  'organization:read-all': {
    description: 'See every organization of the installation',
    roles: [],
    staff: ['OPERATOR', 'SALES'],
  },
} as const satisfies Record<string, Permission>

export type PermissionName = keyof typeof PERMISSIONS
