import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { describe, expect, it, vi } from 'vitest'
import { testWorld } from '@/lib/testing/context'
import { byEmail, signingIn } from '@/lib/testing/newcomers'
import { sendSignInLink } from './send-link'

// Settings are read when the first module that logs is loaded.
const data = await vi.hoisted(async () => {
  const [{ mkdtempSync }, { tmpdir }] = await Promise.all([import('node:fs'), import('node:os')])
  const folder = mkdtempSync(`${tmpdir()}/writ-send-link-`)
  vi.stubEnv('WRIT_DATA', folder)
  return folder
})
const world = testWorld()

describe('sendSignInLink', () => {
  it('mails one link in plain words, as text and as HTML', async () => {
    const { email } = byEmail()
    await sendSignInLink(signingIn(world), { email, callbackUrl: '/account' })
    const mail = await mailTo(email)
    expect(mail.subject).toBe('Sign in to Writ at writ.test')
    const links = new Set(mail.text?.match(/https:\S+/g))
    expect([...links]).toEqual([
      expect.stringMatching(/^https:\/\/writ\.test\/sign-in\/confirm\?token=writ_in_/),
    ])
    expect(mail.text).toContain('It works once, within 15 minutes.')
    expect(mail.html).toContain('Open the sign-in page')
    expect(await world.db.account.count({ where: { email } })).toBe(0)
  })

  it('sends five links to one address in a quarter of an hour, from wherever they are asked for', async () => {
    const { email } = byEmail()
    const ask = (address: string) => sendSignInLink({ ...signingIn(world), address }, { email })
    for (let i = 0; i < 5; i++) await ask(`192.0.2.${10 + i}`)
    await expect(ask('192.0.2.20')).rejects.toMatchObject({ code: 'LIMIT', retryAfter: 900 })
    world.clock.pass(900)
    await expect(ask('192.0.2.20')).resolves.toBeUndefined()
  })

  it('sends twenty links from one network in a quarter of an hour, to whomever', async () => {
    const ask = () =>
      sendSignInLink({ ...signingIn(world), address: '198.51.100.1' }, { email: byEmail().email })
    for (let i = 0; i < 20; i++) await ask()
    await expect(ask()).rejects.toMatchObject({ code: 'LIMIT' })
  })

  it('is not for people', async () => {
    await expect(sendSignInLink(world.owner, { email: 'ada@example.org' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})

async function mailTo(address: string) {
  const folder = join(data, 'outbox')
  const mails = await Promise.all((await readdir(folder)).map(file => readFile(join(folder, file))))
  const parsed = await Promise.all(mails.map(mail => PostalMime.parse(mail)))
  const mail = parsed.find(({ to }) => to?.[0]?.address === address)
  if (!mail) throw new Error(`No mail went to ${address}.`)
  return mail
}
