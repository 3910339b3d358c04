import { describe, expect, it } from 'vitest'
import { readEnv } from './env'

const problems = (source: Record<string, string>) => {
  const read = readEnv(source as NodeJS.ProcessEnv)
  return 'problems' in read ? read.problems : []
}

describe('readEnv', () => {
  it('needs nothing', () => {
    const read = readEnv({} as NodeJS.ProcessEnv)
    expect(read).toMatchObject({
      env: { PORT: 3000, WRIT_URL: 'http://localhost:3000', addressGiven: false },
    })
  })

  it('takes the address from the port, and drops a trailing slash', () => {
    expect(readEnv({ PORT: '4000' } as unknown as NodeJS.ProcessEnv)).toMatchObject({
      env: { WRIT_URL: 'http://localhost:4000' },
    })
    expect(readEnv({ WRIT_URL: 'https://writ.example/' } as unknown as NodeJS.ProcessEnv)).toMatchObject({
      env: { WRIT_URL: 'https://writ.example', addressGiven: true },
    })
  })

  it('wants a public address without a path: nothing is served below one', () => {
    for (const wrong of [
      'https://writ.example/portal',
      'https://writ.example/?a=b',
      'https://a:b@writ.example',
    ])
      expect(problems({ WRIT_URL: wrong })).toEqual([
        'WRIT_URL: must be an address without a path, such as https://writ.example.com',
      ])
  })

  it('counts an empty value as absent', () => {
    expect(problems({ SMTP_URL: '', PORT: '' })).toEqual([])
  })

  it('takes a tax rate in percent, to three digits', () => {
    const rate = (text: string) => readEnv({ INVOICE_TAX_RATE: text } as unknown as NodeJS.ProcessEnv)
    expect(rate('8.875')).toMatchObject({ env: { INVOICE_TAX_RATE: 8875, INVOICE_TAX_LABEL: 'Tax' } })
    expect(rate('')).toMatchObject({ env: { INVOICE_TAX_RATE: 0 } })
    for (const wrong of ['19%', '-1', '100', '1.2345', '0,5', 'VAT']) {
      expect(problems({ INVOICE_TAX_RATE: wrong })).toHaveLength(1)
    }
  })

  it('lists everything that is wrong, by name', () => {
    const found = problems({
      PORT: 'eighty',
      DATABASE_URL: 'mysql://localhost',
      WRIT_MASTER_SECRET: 'short',
      WRIT_OPERATORS: 'ada@example.com, nobody',
    })
    expect(found.map(problem => problem.split(':')[0])).toEqual(
      expect.arrayContaining(['PORT', 'DATABASE_URL', 'WRIT_MASTER_SECRET', 'WRIT_OPERATORS.1']),
    )
  })

  it('says what a port is', () => {
    for (const PORT of ['eighty', '80.5', '-1', '65536']) {
      expect(problems({ PORT })).toEqual(['PORT: must be a port, from 0 to 65535'])
    }
  })

  it('wants both halves of the GitHub client', () => {
    expect(problems({ GITHUB_ID: 'x' })).toEqual([
      'GITHUB_SECRET: GITHUB_ID and GITHUB_SECRET must be set together',
    ])
  })

  it('wants both halves of the account at Stripe', () => {
    expect(problems({ STRIPE_SECRET_KEY: 'sk_test_x' })).toEqual([
      'STRIPE_WEBHOOK_SECRET: STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET must be set together',
    ])
  })

  it('takes the lines of an invoice with real line breaks and with written ones', () => {
    const read = readEnv({
      INVOICE_SELLER: 'Writ Inc.\\n1 Main St',
      INVOICE_PAYMENT: 'Bank\nDE02',
    } as unknown as NodeJS.ProcessEnv)
    expect(read).toMatchObject({
      env: { INVOICE_SELLER: ['Writ Inc.', '1 Main St'], INVOICE_PAYMENT: ['Bank', 'DE02'] },
    })
  })
})
