import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** Doors, start-up and tests, which call whom they like. */
const DOORS = ['api', 'auth', 'cli', 'http', 'start', 'testing', 'generated']
/** What every noun may use. */
const COMMON = ['access', 'audit', 'email', 'export', 'jobs', 'limits', 'database', 'help']
/** Which other nouns a noun builds on. What is not named may not be imported. */
const BUILDS_ON: Record<string, string[]> = {
  keys: [],
  configuration: ['keys'],
  ssa: ['configuration', 'keys'],
  clients: ['configuration', 'ssa'],
  oauth: ['clients', 'configuration', 'keys'],
  github: [],
  accounts: ['github'],
  organizations: ['accounts'],
  members: ['accounts'],
  repositories: ['accounts', 'github'],
  licenses: ['keys', 'organizations', 'ssa'],
  orders: ['accounts', 'licenses', 'organizations'],
  usage: ['licenses'],
  tickets: ['accounts', 'licenses', 'orders', 'organizations'],
  credits: ['organizations'],
}

it('every noun is listed, and stands on nouns listed before it', () => {
  const rooms = readdirSync('lib', { withFileTypes: true }).filter(entry => entry.isDirectory())
  const nouns = rooms.map(({ name }) => name).filter(name => ![...DOORS, ...COMMON].includes(name))
  expect(Object.keys(BUILDS_ON).sort()).toEqual(nouns.sort())
  const listed: string[] = []
  for (const [noun, others] of Object.entries(BUILDS_ON)) {
    expect(listed, noun).toEqual(expect.arrayContaining(others))
    listed.push(noun)
  }
})

it.each(Object.keys(BUILDS_ON))('%s imports no other noun than those it builds on', noun => {
  expect(importedBy(noun)).toEqual(BUILDS_ON[noun])
})

function importedBy(noun: string): string[] {
  const files = readdirSync(`lib/${noun}`, { recursive: true, encoding: 'utf8' })
  const code = files.filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  const imported = code.flatMap(file => [
    ...readFileSync(`lib/${noun}/${file}`, 'utf8').matchAll(/from '@\/lib\/(\w+)\//g),
  ])
  const others = new Set(imported.map(([, name = '']) => name))
  return [...others].filter(name => name !== noun && ![...COMMON, 'generated'].includes(name)).sort()
}
