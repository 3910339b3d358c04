import { randomUUID } from 'node:crypto'
import { record } from '@/lib/audit/record'
import { epochSeconds } from '@/lib/clock'
import type { Ctx, OrgCtx } from '@/lib/context'
import { signingInputOf } from '@/lib/keys/jws'
import { activeKey, type Signer, signJws } from '@/lib/keys/signer'
import { auditObject } from './audit-object'
import type { LicenseFacts } from './hot'
import { licenseInForce } from './in-force'
import { licenseType } from './license-type'
import type { RetrieveLicenseInput } from './schema'
import { authorizeUse } from './use'

/** What the header of a license document says it is (RFC 7515 §4.1.9): no other JWT of ours says so. */
const DOCUMENT_TYPE = 'license+jwt'

interface Document {
  jwt: string
  /** For a download. */
  fileName: string
}

/**
 * The license in force as a JWT signed with ES256, for sites that cannot ask. Valid as long as the license was when it
 * was signed; each one is entered in the audit log. Refused with the reason when no license is in force.
 */
export async function licenseDocument(ctx: Ctx, input: RetrieveLicenseInput): Promise<Document> {
  authorizeUse(ctx, 'license:document')
  const license = await licenseInForce(ctx, input)
  const claims = claimsOf(ctx, license)
  const key = await activeKey(ctx, 'LICENSE')
  const jwt = await sign(ctx, key, claims)
  await store(ctx, license, { jti: claims.jti, kid: key.kid, iat: claims.iat })
  return { jwt, fileName: `license-${license.productCode}-${license.key}.jwt` }
}

function claimsOf(ctx: OrgCtx, license: LicenseFacts) {
  return {
    iss: ctx.issuer,
    sub: ctx.organization.id,
    jti: randomUUID(),
    iat: epochSeconds(ctx.clock.now()),
    nbf: epochSeconds(license.validFrom),
    exp: epochSeconds(license.validUntil),
    org_id: ctx.organization.id,
    org_name: ctx.organization.name,
    license_key: license.key,
    license_type: licenseType(license),
    product_code: license.productCode,
    product_name: license.productName,
    mau_threshold: license.mauThreshold,
    ...(license.fqdn && { fqdn: license.fqdn }),
  }
}

async function sign(ctx: Ctx, key: Signer, claims: object): Promise<string> {
  const header = { typ: DOCUMENT_TYPE, alg: key.alg, kid: key.kid }
  const input = signingInputOf(header, claims)
  return `${input}.${await signJws(ctx, key, input)}`
}

/** Remembers that a document is out there, so that its key stays published. */
async function store(
  ctx: OrgCtx,
  license: LicenseFacts,
  { jti, kid, iat }: { jti: string; kid: string; iat: number },
): Promise<void> {
  const document = { jti, kid, issuedAt: new Date(iat * 1000), expiresAt: license.validUntil }
  await ctx.db.$transaction(async tx => {
    await tx.licenseDocument.create({ data: { ...document, licenseId: license.id }, select: { jti: true } })
    await record(tx, ctx, {
      action: 'license.document',
      object: auditObject(license),
      after: { jti, kid, expiresAt: license.validUntil.toISOString() },
    })
  })
}
