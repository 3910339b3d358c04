/** As many as ask at once: a machine that is busy answers a thousand at once later than a request waits. */
const WAVE = 50

/** Asks so many times, in waves, and gives all answers in the order they were asked for. */
export async function inWaves<T>(count: number, ask: (n: number) => Promise<T>): Promise<T[]> {
  const answers: T[] = []
  while (answers.length < count) {
    const wave = Array.from({ length: Math.min(WAVE, count - answers.length) }, (_, n) => answers.length + n)
    answers.push(...(await Promise.all(wave.map(ask))))
  }
  return answers
}
