import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { marked, type Token } from 'marked'
import { notFound } from '@/lib/errors'

export interface GuideLink {
  slug: string
  title: string
  /** The first paragraph. */
  summary: string
}

export interface Guide extends GuideLink {
  html: string
}

const FOLDER = join(process.cwd(), 'docs/guides')
const SLUG = /^[a-z0-9-]+$/

/** The user guides of this installation, in the order of their file names. */
export async function listGuides(): Promise<GuideLink[]> {
  const slugs = (await readdir(FOLDER)).filter(name => name.endsWith('.md')).map(name => name.slice(0, -3))
  return Promise.all(slugs.sort().map(async slug => describe(slug, await read(slug))))
}

/** One guide as HTML, made from our own text alone. Throws NOT_FOUND. */
export async function getGuide(slug: string): Promise<Guide> {
  if (!SLUG.test(slug)) throw notFound('This guide')
  const text = await read(slug).catch(() => {
    throw notFound('This guide')
  })
  // The title is the page's own heading; links and pictures are written for the repository.
  const html = await marked.parse(text.replace(/^# .*\n/, ''), { walkTokens: adaptLink })
  return { ...describe(slug, text), html }
}

function read(slug: string): Promise<string> {
  return readFile(join(FOLDER, `${slug}.md`), 'utf8')
}

function describe(slug: string, text: string): GuideLink {
  const tokens = marked.lexer(text)
  const title = tokens.find(token => token.type === 'heading')
  const summary = tokens.find(token => token.type === 'paragraph')
  return { slug, title: textOf(title, slug), summary: textOf(summary, '') }
}

function textOf(token: Token | undefined, otherwise: string): string {
  return token && 'text' in token && typeof token.text === 'string' ? token.text : otherwise
}

/** `members.md` → `/help/members`, `../pictures/x.png` → `/help/pictures/x.png`. */
function adaptLink(token: { type: string; href?: string }): void {
  if (token.type === 'link' && token.href) token.href = token.href.replace(/^([a-z0-9-]+)\.md/, '/help/$1')
  if (token.type === 'image' && token.href)
    token.href = token.href.replace(/^(\.\.\/)?pictures\//, '/help/pictures/')
}
