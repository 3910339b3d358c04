/** Starts GitHub sign-in as next-auth wants it, and leaves this page. Throws when the server does not answer. */
export async function goToGitHub(callbackUrl: string): Promise<void> {
  const { csrfToken } = await jsonOf<{ csrfToken: string }>(fetch('/api/auth/csrf'))
  const body = new URLSearchParams({ csrfToken, callbackUrl, json: 'true' })
  const { url } = await jsonOf<{ url: string }>(fetch('/api/auth/signin/github', { method: 'POST', body }))
  window.location.assign(url)
}

async function jsonOf<T>(answer: Promise<Response>): Promise<T> {
  const response = await answer
  if (!response.ok) throw new Error(`The server answered ${response.status}.`)
  return response.json()
}
