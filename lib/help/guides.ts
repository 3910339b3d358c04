import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Marked, marked, type Token } from 'marked'
import { notFound } from '@/lib/errors'
import { remembered } from '@/lib/remembered'

export interface GuideLink {
  slug: string
  title: string
  /** The first paragraph. */
  summary: string
}

export interface Guide extends GuideLink {
  html: string
}

const FOLDER = { path: join(process.cwd(), 'docs/guides') }
const FIRST = ['obtain-an-ssa', 'get-a-flex-license']
/** What customers have no use for. */
const FOR_STAFF = ['issue-enterprise-licenses', 'take-payments']
const SLUG = /^[a-z0-9-]+$/

/** All of them, a minute old at most: every page of the portal offers them, and it takes milliseconds to read them all. */
const guides = remembered(60_000, async ({ path }: typeof FOLDER) => {
  const slugs = (await readdir(path)).filter(name => name.endsWith('.md')).map(name => name.slice(0, -3))
  const last = slugs.filter(slug => !FIRST.includes(slug)).sort()
  return Promise.all([...FIRST, ...last].map(async slug => describe(slug, await read(slug))))
})

/** The guides of this installation: first what most people come for, then by name, and those for staff to staff alone. */
export async function listGuides({ staff }: { staff: boolean }): Promise<GuideLink[]> {
  const all = await guides.of(FOLDER)
  return all.filter(({ slug }) => staff || !FOR_STAFF.includes(slug))
}

/** One guide as HTML, made from our own text alone. Throws NOT_FOUND. */
export async function getGuide(slug: string): Promise<Guide> {
  if (!SLUG.test(slug)) throw notFound('This guide')
  const text = await read(slug).catch(() => {
    throw notFound('This guide')
  })
  // The title is the page's own heading; links and pictures are written for the repository.
  const html = await toHtml.parse(text.replace(/^# .*\n/, ''))
  return { ...describe(slug, text), html }
}

function read(slug: string): Promise<string> {
  return readFile(join(FOLDER.path, `${slug}.md`), 'utf8')
}

function describe(slug: string, text: string): GuideLink {
  const tokens = marked.lexer(text)
  const first = (type: string) => tokens.find(token => token.type === type)
  return { slug, title: plainText(first('heading')) || slug, summary: plainText(first('paragraph')) }
}

/** The words of a piece of Markdown, without its marks. */
function plainText(token: Token | undefined): string {
  if (!token) return ''
  if ('tokens' in token && token.tokens) return token.tokens.map(plainText).join('')
  return 'text' in token && typeof token.text === 'string' ? token.text : ''
}

/** `members.md` → `/help/members`, `../pictures/x.png` → `/help/pictures/x.png`. */
function adaptLink(token: { type: string; href?: string }): void {
  if (token.type === 'link' && token.href) token.href = token.href.replace(/^([a-z0-9-]+)\.md/, '/help/$1')
  if (token.type === 'image' && token.href)
    token.href = token.href.replace(/^(\.\.\/)?pictures\//, '/help/pictures/')
}

const toHtml = new Marked({
  async: true,
  walkTokens: adaptLink,
  renderer: {
    heading({ depth, text, tokens }) {
      return `<h${depth} id="${anchorOf(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`
    },
  },
})

/** What the repository's pages call a heading in links: `Extension module` is `#extension-module`. */
function anchorOf(heading: string): string {
  const words = heading.toLowerCase().replaceAll(/[^\w\- ]/g, '')
  return words.replaceAll(' ', '-')
}
