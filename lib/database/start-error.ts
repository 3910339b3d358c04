/** Why Writ cannot start: one sentence that says what to do. Shown as it is, without a stack trace. */
export class StartError extends Error {
  override readonly name = 'StartError'
}
