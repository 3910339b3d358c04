import { expect, test } from 'vitest'
import { licenseConfiguration } from './configuration'

test('the configuration has the members that Flex reads, and the addresses of this portal', () => {
  const text = licenseConfiguration({
    issuer: 'https://writ.example.com',
    organizationId: 'github:octo-org',
    licenseKey: 'H3VG-RK73-GS6J-Y6AD',
    ssa: 'head.claims.signature',
    clientId: 'an id',
    clientSecret: 'a secret',
  })
  expect(JSON.parse(text)).toEqual({
    licenseConfig: {
      ssa: 'head.claims.signature',
      scanLicenseApiHostname: 'https://writ.example.com',
      licenseKey: 'H3VG-RK73-GS6J-Y6AD',
      licenseHardwareKey: 'github:octo-org',
      intervalForSyncLicenseDetailsInDays: 30,
      oidcClient: { opHost: 'https://writ.example.com', clientId: 'an id', clientSecret: 'a secret' },
    },
  })
})
