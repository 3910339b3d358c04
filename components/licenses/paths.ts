/** The Console's list of licenses; the page of one lies below it. */
export function consoleLicensePath(id?: string): string {
  return id ? `/console/licenses/${id}` : '/console/licenses'
}

/** Where sales issue a license: for this organization, with so many MAU, where they are known. */
export function newLicensePath({ org, mau }: { org?: string; mau?: number } = {}): string {
  const query = new URLSearchParams({ ...(org && { org }), ...(mau && { mau: String(mau) }) }).toString()
  return query ? `/console/licenses/new?${query}` : '/console/licenses/new'
}

/** The portal read behind the Console's list. */
export const LICENSES_URL = '/api/portal/console/licenses'
