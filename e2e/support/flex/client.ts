import { FlexBackend } from './backend'
import type { Surroundings } from './calls'
import { thresholdOf } from './details'
import type { Answer } from './messages'

/** What an administrator sees; the names of the contract's states (§2) beside them. */
export type Screen =
  /** S0 */
  | 'UPLOAD_SSA'
  /** S2 */
  | 'START_TRIAL'
  /** S3, S4 */
  | 'ADMIN_UI'
  /** S5 */
  | 'OVER_MAU'

const OVER_MAU =
  'The monthly active users exceed the allowed threshold of your license subscription plan. Please upgrade the plan on Agama Lab to enjoy the uninterrupted service of your digital destination.'
/** Flex lets so much more than the threshold pass. */
const TOLERANCE = 1.15

/** The browser part of the stand-in: which screen follows which answer, and the text on it. */
export class FlexClient {
  readonly backend: FlexBackend
  screen: Screen = 'UPLOAD_SSA'
  /** The red line, or the text of the alert; null: none. */
  message: string | null = null
  /** This month's active users, as the local server counts them; null: it has no statistics of this month. */
  mau: number | null = null

  constructor(private readonly around: Surroundings) {
    this.backend = new FlexBackend(around)
  }

  /** One load of the page. */
  async open(): Promise<Screen> {
    const config = await this.backend.isConfigValid()
    return config.success ? this.checkLicense() : this.show('UPLOAD_SSA', null)
  }

  /** Chooses a `.jwt` file and presses *Submit*. */
  async uploadSsa(file: string): Promise<Screen> {
    const saved = await this.backend.uploadSsa(file)
    return saved.success ? this.checkLicense() : this.show('UPLOAD_SSA', saved.responseMessage)
  }

  /** Presses *Start 30 days trial*. */
  async startTrial(): Promise<Screen> {
    const made = await this.backend.trial()
    const done = made.success && this.around.generation !== 'newest' ? await this.backend.activate() : made
    // The first session of a trial is not counted.
    return done.success ? this.show('ADMIN_UI', null) : this.show('START_TRIAL', done.responseMessage)
  }

  /** Presses *Reset License* and confirms. */
  async resetLicense(): Promise<Screen> {
    this.backend.deleteConfig()
    return this.open()
  }

  private async checkLicense(): Promise<Screen> {
    const known = await this.backend.isActive()
    if (known.success) return this.countUsers(known)
    const found = await this.retrieve()
    return found.success ? this.countUsers(found) : this.show('START_TRIAL', found.responseMessage)
  }

  private async retrieve(): Promise<Answer> {
    const found = await this.backend.retrieve()
    return found.success && this.around.generation !== 'newest' ? this.backend.activate() : found
  }

  /** NaN is above nothing: a threshold that cannot be read blocks, and to the newest software it is no license at all. */
  private countUsers({ customFields }: Answer): Screen {
    const threshold = thresholdOf(customFields)
    if (this.around.generation === 'newest' && Number.isNaN(threshold)) return this.show('START_TRIAL', null)
    const within = this.mau === null || threshold * TOLERANCE > this.mau
    return within ? this.show('ADMIN_UI', null) : this.show('OVER_MAU', OVER_MAU)
  }

  private show(screen: Screen, message: string | null): Screen {
    this.screen = screen
    this.message = message
    return screen
  }
}
