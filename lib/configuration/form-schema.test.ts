import { describe, expect, it } from 'vitest'
import { configurationFormSchema } from './form-schema'
import { changedProperties, fieldsFrom } from './form-values'
import { ssaConfigurationSchema } from './schema'

const defaults = ssaConfigurationSchema.parse({})
const fields = fieldsFrom(defaults)
const messages = (change: object) => {
  const { error } = configurationFormSchema.safeParse({ ...fields, ...change })
  return Object.fromEntries((error?.issues ?? []).map(issue => [issue.path.join('.'), issue.message]))
}

describe('the form of the configuration', () => {
  it('gives back what it shows', () => {
    expect(configurationFormSchema.parse(fields)).toEqual(defaults)
    const other = ssaConfigurationSchema.parse({
      ssaEndpoint: 'https://sso.example.com/ssa',
      ssaCustomAttributes: ['region', { name: 'fqdn', inJwt: true }],
      ssaMapSoftwareRolesToScopes: { a: [], b: ['x', 'y'] },
    })
    expect(configurationFormSchema.parse(fieldsFrom(other))).toEqual(other)
  })

  it('sends what was changed and nothing else', () => {
    expect(changedProperties(defaults, { ...defaults, ssaExpirationInDays: 5 })).toEqual({
      ssaExpirationInDays: 5,
    })
    expect(changedProperties(defaults, structuredClone(defaults))).toEqual({})
  })

  it('says at each field what is wrong', () => {
    expect(messages({ ssaEndpoint: 'example.com' })).toHaveProperty('ssaEndpoint')
    expect(messages({ ssaExpirationInDays: '' })).toHaveProperty('ssaExpirationInDays')
    expect(messages({ ssaCustomAttributes: [{ name: 'jti', inJwt: true }] })).toEqual({
      'ssaCustomAttributes.0.name': '"jti" means something else in a statement. Choose another name.',
    })
    const twice = [
      { name: 'a', scopes: '' },
      { name: 'a', scopes: '' },
    ]
    expect(messages({ ssaMapSoftwareRolesToScopes: twice })).toEqual({
      ssaMapSoftwareRolesToScopes: 'Each role may stand here once.',
    })
  })
})
