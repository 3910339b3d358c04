import { expect, it } from 'vitest'
import { parseMauCsv } from './parse-csv'

const COUNT = 'Give the number of active users: a whole number, at most 2,147,483,647.'

it('reads what spreadsheets write', () => {
  const bare = {
    bad: [],
    reports: [
      { month: '2026-09', mau: 10, line: 1 },
      { month: '2026-10', mau: 20, line: 2 },
    ],
  }
  expect(parseMauCsv('2026-09,10\n2026-10,20')).toEqual(bare)
  expect(parseMauCsv('2026-09;10\r\n2026-10;20\r\n')).toEqual(bare)
  expect(parseMauCsv('\uFEFF"2026-09"\t"10"\n 2026-10 , 20 ,reported by,Ada\n\n')).toEqual(bare)
  expect(parseMauCsv('Month,MAU\n2026-09,10').reports).toEqual([{ month: '2026-09', mau: 10, line: 2 }])
})

it('tells each bad line by its number, and keeps the others', () => {
  const { reports, bad } = parseMauCsv(
    'month,mau\n2026-13,1\n2026-09,ten\n\n2026-10,20\n2026-10,21\n2026-08\n2026-07,-1\n2026-06,1.5',
  )
  expect(reports).toEqual([{ month: '2026-10', mau: 20, line: 5 }])
  expect(bad).toEqual([
    { line: 2, text: '2026-13,1', message: 'Name the month as 2026-11.' },
    { line: 3, text: '2026-09,ten', message: COUNT },
    { line: 6, text: '2026-10,21', message: 'Line 5 reports this month already.' },
    { line: 7, text: '2026-08', message: 'Write a month and a number, as in 2026-11,1234.' },
    { line: 8, text: '2026-07,-1', message: COUNT },
    { line: 9, text: '2026-06,1.5', message: COUNT },
  ])
})
