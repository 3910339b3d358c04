/** Placeholder until migrations are applied at start. */
export async function migrate(_options: { url: string; log: unknown }): Promise<void> {}
