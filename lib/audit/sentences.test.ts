import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { AUDIT_ACTIONS, sentenceOf } from './sentences'

test('an entry is told as a sentence around the name of its object', () => {
  expect(sentenceOf({ action: 'ssa.revoke', objectName: 'my-app' })).toEqual({
    before: 'revoked the SSA',
    name: 'my-app',
    after: '',
  })
  expect(sentenceOf({ action: 'invitation.resend', objectName: 'bob@example.com' })).toEqual({
    before: 'sent the invitation of',
    name: 'bob@example.com',
    after: 'again',
  })
})

test('an action whose object goes without saying names none', () => {
  expect(sentenceOf({ action: 'member.leave', objectName: 'Bob' }).name).toBeNull()
})

test('an action without a sentence is said in its own words', () => {
  expect(sentenceOf({ action: 'thing.turn-over', objectName: 'x' }).before).toBe('thing turn over')
})

test('the actions to filter by are in words', () => {
  expect(AUDIT_ACTIONS).toContainEqual({ value: 'ssa.issue', label: 'Created the SSA …' })
})

test('every action that is recorded has a sentence', () => {
  const known = new Set(AUDIT_ACTIONS.map(({ value }) => value))
  const files = readdirSync('lib', { recursive: true }).map(String)
  const sources = files.filter(file => file.endsWith('.ts') && !/\.test\.ts$|^generated/.test(file))
  const recorded = sources.flatMap(file => [...readFileSync(`lib/${file}`, 'utf8').matchAll(RECORDED)])
  const unsaid = recorded.map(([, action]) => action).filter(action => !known.has(action ?? ''))
  expect(new Set(unsaid)).toEqual(new Set())
})

/** As verbs write it, also behind a condition. */
const RECORDED = /\baction: (?:\w+ \? '[a-z.-]+' : )?'([a-z-]+\.[a-z-]+)'/g
