import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, type Page } from '@playwright/test'
import { missingGuideTools } from '../../scripts/test/guide-tools.mjs'

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

/** The controls that a guide tells to use: what it prints bold, but for the leads of its lists. */
export async function controlsOf(path: string): Promise<Set<string>> {
  const bold = [...(await readFile(path, 'utf8')).matchAll(/\*\*(.+?)\*\*/g)].map(([, text = '']) => text)
  return new Set(bold.filter(text => !/[.:]$/.test(text)).flatMap(text => text.split(' → ')))
}

/** Takes those away that this page shows, under exactly this name. */
export async function tickOff(controls: Set<string>, page: Page): Promise<void> {
  for (const name of controls) {
    const found = page.getByText(name, { exact: true }).or(page.getByLabel(name, { exact: true }))
    if ((await found.filter({ visible: true }).count()) > 0) controls.delete(name)
  }
}

/** Runs the `sh` blocks; what each prints is what the `json` or `text` block behind it says, or nothing. */
export async function expectExamples(examples: Example[], env: NodeJS.ProcessEnv): Promise<void> {
  const missing = missingGuideTools()
  if (missing.length > 0)
    throw new Error(`Install ${missing.join(', ')}: the examples of the guides call them.`)
  const shell = examples.filter(({ kind }) => kind === 'sh')
  const printed = await runInShell(
    shell.map(({ text }) => text),
    env,
  )
  for (const [n, example] of shell.entries()) {
    const expected = examples[examples.indexOf(example) + 1]
    if (expected?.kind === 'json') expectJson(printed[n] ?? '', expected.text)
    else expect(printed[n]).toBe(expected?.kind === 'text' ? expected.text : '')
  }
}

function expectJson(printed: string, expected: string): void {
  const matching = (pattern: RegExp) => expect.stringMatching(pattern)
  expect(JSON.parse(printed)).toEqual(patternOf(JSON.parse(expected), matching, expect.any(Number)))
}

/** Runs shell blocks one after the other in one shell, as a reader would; gives what each printed. */
async function runInShell(blocks: string[], env: NodeJS.ProcessEnv): Promise<string[]> {
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
function patternOf(value: unknown, matching: (pattern: RegExp) => unknown, anyNumber: unknown): unknown {
  if (typeof value === 'string' && value.includes('…')) {
    const parts = value.split('…').map(part => part.replace(/[^\w ]/g, '\\$&'))
    return matching(new RegExp(`^${parts.join('.+')}$`))
  }
  if (typeof value === 'number' && value > 1_000_000_000) return anyNumber
  if (Array.isArray(value)) return value.map(one => patternOf(one, matching, anyNumber))
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([name, one]) => [name, patternOf(one, matching, anyNumber)])
  return Object.fromEntries(members)
}
