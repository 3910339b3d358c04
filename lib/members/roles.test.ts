import { describe, expect, it } from 'vitest'
import { ROLES, roleRows, roleSentence } from './roles'

describe('roles', () => {
  it('grow: each may all that the next lesser one may, as the sentences say', () => {
    for (const [at, lesser] of ROLES.slice(1).entries()) {
      const role = ROLES[at]!
      const lost = roleRows().filter(({ roles }) => roles.includes(lesser) && !roles.includes(role))
      expect(lost, `${role} compared with ${lesser}`).toEqual([])
    }
  })

  it('are told as what each adds', () => {
    expect(roleSentence('VIEWER')).toMatch(/^May see the list of SSAs and their details; .*\.$/)
    expect(roleSentence('ADMIN')).toMatch(/^Everything that a viewer may\. Also: create SSAs; /)
    expect(roleSentence('OWNER')).toBe('Everything that an admin may. Also: make, change and remove owners.')
  })
})
