/** Placeholder until the connection check lands. */
export async function checkConnection(_url: string): Promise<void> {}
