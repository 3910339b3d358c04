import { vi } from 'vitest'

/** Milliseconds: a busy machine takes its time, and a test that holds waits no longer than it must. */
const PATIENCE = 30_000

/** Resolves once an expectation holds of what happens beside the test; throws what it says when it never does. */
export async function eventually(expectation: () => Promise<void> | void): Promise<void> {
  await vi.waitFor(expectation, { timeout: PATIENCE })
}
