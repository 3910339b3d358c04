import { DAY_MS } from '@/lib/days'
import { accessToken, licenseCall, type OidcClient, register, type Surroundings, type Told } from './calls'
import { type LicenseDetails, readDetails } from './details'
import { type Answer, bad, failure, good, type Operation } from './messages'

/** What the software keeps (`licenseConfig`); the browser never sees it whole. */
interface LicenseConfig {
  ssa: string
  client: OidcClient
  hardwareKey: string
  licenseKey: string | null
  details: LicenseDetails | null
  /** The day of the last answer of `isActive`. */
  updatedOn: string | null
}

const NO_TOKEN = bad('Error in generating SCAN API access token.', 500)
const NO_KEY = bad('Active license not present in configuration.', 404)
/** Days that an answer is good for. */
const INTERVAL = 30

/** The backend of the installed Admin UI, as its calls and messages are written down in the contract (§1, §2). */
export class FlexBackend {
  config: LicenseConfig | null = null
  /** The paths that were called under the license host. */
  readonly called: string[] = []

  constructor(private readonly around: Surroundings) {}

  /** Every value there? Renews the token's client once, with the statement that is kept. */
  async isConfigValid(): Promise<Answer> {
    const { config } = this
    if (!config) return bad('License configuration is not present.', 500)
    if (!config.licenseKey) return NO_KEY
    if (!this.around.scanHost) return bad('SCAN api hostname is missing in configuration.', 500)
    if (!this.isStale(config)) return good('No error in license configuration.')
    const { client: old } = config
    if (await accessToken(this.around, old)) return good('No error in license configuration.')
    const renewed = await register(this.around, { ssa: config.ssa, opHost: old.opHost })
    if (!renewed) return bad('Error in DCR using SSA.', 500)
    this.config = { ...config, client: renewed }
    // Tries again with what it had in memory: the next page load is the one that works.
    return (await accessToken(this.around, old)) ? good('No error in license configuration.') : NO_TOKEN
  }

  /** Uploads a file as it is: neither trimmed nor verified. */
  async uploadSsa(ssa: string): Promise<Answer> {
    const claims = claimsOf(ssa)
    if (!claims) return bad("Invalid SSA. Please contact Gluu's team to verify if SSA is correct.", 400)
    const { iss, org_id: orgId } = claims
    if (typeof iss !== 'string') return bad('ISS claim not found in jwt', 500)
    if (typeof orgId !== 'string') return bad('org_id claim not found in jwt', 500)
    const client = await register(this.around, { ssa, opHost: iss.replace(/\/$/, '') })
    if (!client) return bad('Error in DCR using SSA.', 500)
    this.config = { ssa, client, hardwareKey: orgId, licenseKey: null, details: null, updatedOn: null }
    return good('SSA saved successfully.')
  }

  /** From memory for thirty days, then from the portal. */
  async isActive(): Promise<Answer> {
    const { config } = this
    if (!config?.licenseKey) return NO_KEY
    if (config.details && !this.isStale(config)) {
      return config.details.mauThreshold === null
        ? bad('The MAU threshold value of the license is null.', 500)
        : good('Valid license present.')
    }
    const body = { licenseKey: config.licenseKey, hardwareId: config.hardwareKey }
    return this.ask('isActive', { path: 'isActive', body }, told => {
      const { license_active: active, is_expired: expired } = told
      if (typeof active !== 'boolean' || typeof expired !== 'boolean')
        return bad('The license_active fields are missing in response from license API.', 500)
      if (!active) return NO_KEY
      if (expired) return bad('The license is expired.', 500)
      this.save(told)
      return good('Valid license present.')
    })
  }

  async retrieve(): Promise<Answer> {
    const path = `retrieve?org_id=${this.config?.hardwareKey}`
    const found = await this.ask('retrieve', { path }, ({ licenseKey, mauThreshold }) => {
      if (typeof licenseKey !== 'string' || typeof mauThreshold !== 'number')
        return bad('The licenseKey, mauThreshold fields are missing in response from license API.', 500)
      this.keep({ licenseKey })
      return good('License retrieved.')
    })
    return found.success && this.around.generation === 'newest' ? this.activate() : found
  }

  async activate(): Promise<Answer> {
    const known = await this.isActive()
    if (known.success) return good('The license has been already activated.')
    const { licenseKey, hardwareKey: hardwareId } = this.config ?? {}
    // The newest software takes the key out of a JSON node with its quotes.
    const quoted = this.around.generation === 'newest' ? JSON.stringify(licenseKey) : licenseKey
    return this.ask('activate', { path: 'activate', body: { licenseKey: quoted, hardwareId } }, told => {
      if (typeof told.license_key !== 'string') return bad('License is not activated.', 500)
      this.save(told)
      return good('License have been activated.')
    })
  }

  async trial(): Promise<Answer> {
    const body = { hardwareId: this.config?.hardwareKey }
    const made = await this.ask('trial', { path: 'trial', body }, ({ license }) => {
      if (typeof license !== 'string') return bad('Error in generating trial license.', 500)
      this.keep({ licenseKey: license })
      return good('Trial license generated.')
    })
    if (!made.success || this.around.generation === 'first') return made
    return (await this.isActive()).success ? made : this.activate()
  }

  /** *Reset License*. */
  deleteConfig(): Answer {
    this.config = null
    return good('Admin UI license configuration reset successfully.')
  }

  /** A fresh token, one call, and what the backend makes of a 200. */
  private async ask(
    operation: Operation,
    request: { path: string; body?: object },
    read: (body: NonNullable<Told['body']>) => Answer,
  ): Promise<Answer> {
    if (!this.config) return bad('License configuration is not present.', 500)
    if (!this.around.scanHost) return bad('SCAN api hostname is missing in configuration.', 500)
    const token = await accessToken(this.around, this.config.client)
    if (!token) return NO_TOKEN
    this.called.push(request.path.replace(/\?.*/, ''))
    const told = await licenseCall(this.around, token, request)
    return told?.status === 200 && told.body ? read(told.body) : failure(operation, told)
  }

  private save(told: NonNullable<Told['body']>): void {
    const details = readDetails(told)
    this.keep({ licenseKey: details.licenseKey, details, updatedOn: this.today() })
  }

  private keep(change: Partial<LicenseConfig>): void {
    if (this.config) this.config = { ...this.config, ...change }
  }

  /** By days of the calendar: over thirty since the last answer, or past the last day of the license. */
  private isStale({ updatedOn, details }: LicenseConfig): boolean {
    if (!updatedOn || !details) return true
    const days = (Date.parse(this.today()) - Date.parse(updatedOn)) / DAY_MS
    return days > INTERVAL || this.today() > details.validUpto
  }

  private today(): string {
    return this.around.now().toISOString().slice(0, 10)
  }
}

function claimsOf(ssa: string): Record<string, unknown> | null {
  try {
    const [, payload = '', ...rest] = ssa.split('.')
    return rest.length === 1 ? JSON.parse(Buffer.from(payload, 'base64url').toString()) : null
  } catch {
    return null
  }
}
