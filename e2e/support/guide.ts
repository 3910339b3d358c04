import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

export interface Example {
  /** The word behind the fence, and what follows it: `sh`, `json`, `sh start`. */
  kind: string
  text: string
}

/** The fenced blocks of a guide, in order. */
export async function examplesOf(path: string): Promise<Example[]> {
  const guide = await readFile(path, 'utf8')
  return [...guide.matchAll(/^```(.+)\n([\s\S]*?)^```$/gm)].map(([, kind = '', text = '']) => ({
    kind,
    text,
  }))
}

/** Runs shell blocks one after the other in one shell, as a reader would; gives what each printed. */
export async function runInShell(blocks: string[], env: NodeJS.ProcessEnv): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'writ-guide-'))
  try {
    const output = (n: number) => join(folder, String(n))
    const script = blocks.map((block, n) => `{\n${block}\n} > ${output(n)}`).join('\n')
    await promisify(execFile)('bash', ['-e', '-o', 'pipefail', '-c', script], { env })
    return await Promise.all(blocks.map((_block, n) => readFile(output(n), 'utf8')))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A printed answer as a pattern: `…` stands for any text, and a moment in seconds for any other. */
export function patternOf(
  value: unknown,
  matching: (pattern: RegExp) => unknown,
  anyNumber: unknown,
): unknown {
  if (typeof value === 'string' && value.includes('…')) {
    const [head = '', tail = ''] = value.split('…').map(part => part.replace(/[^\w ]/g, '\\$&'))
    return matching(new RegExp(`^${head}.+${tail}$`))
  }
  if (typeof value === 'number' && value > 1_000_000_000) return anyNumber
  if (Array.isArray(value)) return value.map(one => patternOf(one, matching, anyNumber))
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([name, one]) => [name, patternOf(one, matching, anyNumber)])
  return Object.fromEntries(members)
}
