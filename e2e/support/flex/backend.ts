import { DAY_MS } from '@/lib/days'
import { accessToken, licenseCall, register, type Surroundings, type Told } from './calls'
import { type LicenseConfig, whatIsMissing } from './config'
import { fieldsOf, readDetails } from './details'
import { type Answer, bad, type CustomField, failure, good, type Operation } from './messages'

const NO_TOKEN = bad('Error in generating SCAN API access token.', 500)
const NO_KEY = bad('Active license not present in configuration.', 404)
const NO_HOST = bad('SCAN api hostname is missing in configuration.', 500)
const COMPLETE = good('No error in license configuration.')
/** Days that an answer is good for. */
const INTERVAL = 30

type Body = NonNullable<Told['body']>

/** The backend of the installed Admin UI, as its calls and messages are written down in the contract (§1, §2). */
export class FlexBackend {
  config: LicenseConfig | null = null
  /** The paths that were called under the license host. */
  readonly called: string[] = []
  /** What `isActive` brought for the browser; in memory alone. */
  private fields: CustomField[] | null = null

  constructor(private readonly around: Surroundings) {}

  /** A new start of the program: memory is empty, and the first generation tries its client out. */
  async restart(): Promise<void> {
    if (this.around.generation === 'cached') this.fields = null
    if (this.around.generation === 'first' && this.config) await this.tokenOrNewClient(this.config)
  }

  /** Every value there? Renews the token's client once, with the statement that is kept. */
  async isConfigValid(): Promise<Answer> {
    const { config } = this
    const missing = whatIsMissing(config)
    if (missing || !config) return missing ?? COMPLETE
    if (!this.around.scanHost) return NO_HOST
    return this.isStale(config) ? this.tokenOrNewClient(config) : COMPLETE
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
    this.fields = null
    this.config = { ssa, client, hardwareKey: orgId, licenseKey: null, details: null, updatedOn: null }
    return good('SSA saved successfully.')
  }

  /** From memory for thirty days, then from the portal; the first generation asks every time. */
  async isActive(): Promise<Answer> {
    const { config } = this
    if (!config?.licenseKey) return NO_KEY
    if (!this.isStale(config)) {
      if (!this.fields) return bad('The MAU threshold value of the license is null.', 500)
      return good('Valid license present.', this.fields)
    }
    const body = { licenseKey: config.licenseKey, hardwareId: config.hardwareKey }
    return this.ask('isActive', { path: 'isActive', body }, told => {
      const { license_active: active, is_expired: expired } = told
      if (typeof active !== 'boolean' || typeof expired !== 'boolean')
        return bad('The license_active fields are missing in response from license API.', 500)
      if (!active) return NO_KEY
      if (expired) return bad('The license is expired.', 500)
      return good('Valid license present.', this.save(told))
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
    if (known.success) return good('The license has been already activated.', known.customFields)
    const { licenseKey, hardwareKey: hardwareId } = this.config ?? {}
    // The newest software takes the key out of a JSON node with its quotes.
    const quoted = this.around.generation === 'newest' ? JSON.stringify(licenseKey) : licenseKey
    return this.ask('activate', { path: 'activate', body: { licenseKey: quoted, hardwareId } }, told => {
      if (typeof told.license_key !== 'string') return bad('License is not activated.', 500)
      return good('License have been activated.', this.save(told))
    })
  }

  async trial(): Promise<Answer> {
    const body = { hardwareId: this.config?.hardwareKey }
    const made = await this.ask('trial', { path: 'trial', body }, ({ license }) => {
      if (typeof license !== 'string') return bad('Error in generating trial license.', 500)
      this.keep({ licenseKey: license })
      return good('Trial license generated.')
    })
    if (!made.success || this.around.generation !== 'newest') return made
    return (await this.isActive()).success ? made : this.activate()
  }

  /** *Reset License*. */
  deleteConfig(): Answer {
    this.config = null
    this.fields = null
    return good('Admin UI license configuration reset successfully.')
  }

  /** A fresh token, one call, and what the backend makes of a 200. */
  private async ask(
    operation: Operation,
    request: { path: string; body?: object },
    read: (body: Body) => Answer,
  ): Promise<Answer> {
    if (!this.config) return bad('License configuration is not present.', 500)
    if (!this.around.scanHost) return NO_HOST
    const token = await accessToken(this.around, this.config.client)
    if (!token) return NO_TOKEN
    this.called.push(request.path.replace(/\?.*/, ''))
    const told = await licenseCall(this.around, token, request)
    return told?.status === 200 && told.body ? read(told.body) : failure(operation, told)
  }

  /** One registration with the statement that is kept, when the client gets no token any more. */
  private async tokenOrNewClient(config: LicenseConfig): Promise<Answer> {
    const { client: old, ssa } = config
    if (await accessToken(this.around, old)) return COMPLETE
    const client = await register(this.around, { ssa, opHost: old.opHost })
    if (!client) return bad('Error in DCR using SSA.', 500)
    this.config = { ...config, client }
    // Tries again with what it had in memory: the next page load is the one that works.
    return (await accessToken(this.around, old)) ? COMPLETE : NO_TOKEN
  }

  /** What the browser gets. The first generation keeps nothing but the key. */
  private save(told: Body): CustomField[] {
    const fields = fieldsOf(told)
    if (this.around.generation === 'first') return fields
    const details = readDetails(told, this.around)
    this.fields = fields
    this.keep({ licenseKey: details.licenseKey, details, updatedOn: this.today() })
    return fields
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
