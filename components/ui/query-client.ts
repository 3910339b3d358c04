import { QueryClient } from '@tanstack/react-query'
import { RequestError } from './fetch-json'

/** The browser's cache of portal reads. A refusal is final; only a lost connection or a fault of ours is tried again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        networkMode: 'always',
        retry: (failures, error) => failures < 1 && !isRefusal(error),
      },
      // Offline is told at once; nothing is done later, when the person has long gone on.
      mutations: { networkMode: 'always' },
    },
  })
}

function isRefusal(error: Error): boolean {
  return error instanceof RequestError && !['UNAVAILABLE', 'UNEXPECTED'].includes(error.problem.code)
}
