const REMEMBERED_MS = 5000
const running = new Map<string, Promise<Answer>>()

interface Answer {
  status: number
  headers: [string, string][]
  body: string
}

/** Does the work of one key once; whoever asks again within five seconds, in this process, gets the same answer. */
export async function once(key: string, work: () => Promise<Response>): Promise<Response> {
  const { status, headers, body } = await (running.get(key) ?? start(key, work))
  // Not `clone()`: the copy is of the runtime's own class, which Next does not take for a `Response`.
  return new Response(body || null, { status, headers })
}

function start(key: string, work: () => Promise<Response>): Promise<Answer> {
  const answer = work().then(copyOf)
  const forget = () => void (running.get(key) === answer && running.delete(key))
  running.set(key, answer)
  setTimeout(forget, REMEMBERED_MS).unref()
  // What failed is no answer: whoever asks again, asks anew.
  answer.catch(forget)
  return answer
}

async function copyOf(response: Response): Promise<Answer> {
  return { status: response.status, headers: [...response.headers], body: await response.text() }
}
