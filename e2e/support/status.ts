import { type APIRequestContext, expect } from '@playwright/test'

/** Each of these addresses answers with this status. */
export async function expectStatus(api: APIRequestContext, status: number, paths: string[]): Promise<void> {
  for (const path of paths) expect((await api.get(path)).status(), path).toBe(status)
}
