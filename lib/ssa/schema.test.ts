import { describe, expect, it } from 'vitest'
import { issueSsaSchema, listSsasSchema } from './schema'

const nameError = (softwareId: string) =>
  issueSsaSchema.safeParse({ softwareId }).error?.issues.map(issue => issue.message) ?? []

describe('issueSsaSchema', () => {
  it('takes a name of 100 characters, counted as people count', () => {
    expect(nameError('😀'.repeat(100))).toEqual([])
    expect(nameError('😀'.repeat(101))).toEqual(['Use at most 100 characters.'])
  })

  it('asks for a name that can be seen', () => {
    expect(nameError('   ')).toContain('Give the software a name.')
    expect(nameError('a\u0000b')).toContain('Use visible characters only.')
    expect(nameError('a\u200Bb')).toContain('Use visible characters only.')
    expect(nameError('a\nb')).toContain('Use visible characters only.')
  })

  it.each([0, -1, 1.5, 1e12])('refuses a lifetime of %d seconds', lifetime => {
    expect(issueSsaSchema.safeParse({ softwareId: 'a', lifetime }).success).toBe(false)
  })

  it('has both switches off, no lifetime and the license role unless told otherwise', () => {
    expect(issueSsaSchema.parse({ softwareId: 'a' })).toEqual({
      customAttributes: {},
      softwareId: 'a',
      description: '',
      softwareRoles: ['license'],
      lifetime: null,
      oneTimeUse: false,
      rotateSsa: false,
    })
  })
})

describe('listSsasSchema', () => {
  it('opens an old bookmark with the defaults in place of what it does not know', () => {
    const parsed = listSsasSchema.parse({ size: '7', sort: 'name', dir: 'up', status: 'GONE' })
    expect(parsed).toEqual({ size: 10, q: '', status: '', sort: 'createdAt', dir: 'desc' })
  })
})
