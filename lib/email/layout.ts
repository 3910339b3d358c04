import type { Mail } from './send'

/** What every mail says: plain sentences and at most one thing to do. Nothing here is HTML; all of it is escaped. */
export interface MailText {
  to: string
  subject: string
  paragraphs: string[]
  action?: { label: string; url: string }
  /** Said small at the end, such as why this person gets the mail. */
  footnote: string
}

/** The one mail layout: an accessible HTML part that loads nothing, and a text part that says the same. */
export function composeMail({ to, subject, paragraphs, action, footnote }: MailText): Mail {
  const text = [
    ...paragraphs,
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    `-- \n${footnote}\n`,
  ].join('\n\n')
  return { to, subject, text, html: html({ to, subject, paragraphs, action, footnote }), link: action?.url }
}

const FONT = 'font-family:system-ui,-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif'
const SMALL = 'font-size:14px;line-height:1.5;color:#495057'

function html({ subject, paragraphs, action, footnote }: MailText): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(subject)}</title>
</head>
<body style="margin:0;padding:24px;background:#ffffff;color:#212529;${FONT};font-size:16px;line-height:1.5">
<div role="article" aria-label="${escapeHtml(subject)}" style="max-width:560px;margin:0 auto">
<h1 style="font-size:20px;line-height:1.3;margin:0 0 16px">${escapeHtml(subject)}</h1>
${paragraphs.map(text => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`).join('\n')}
${action ? button(action) : ''}
<p style="margin:24px 0 0;padding-top:16px;border-top:1px solid #ced4da;${SMALL}">${escapeHtml(footnote)}</p>
</div>
</body>
</html>
`
}

function button({ label, url }: { label: string; url: string }): string {
  const href = escapeHtml(url)
  return `<p style="margin:24px 0"><a href="${href}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:#1d6475;color:#ffffff;font-weight:600;text-decoration:none">${escapeHtml(label)}</a></p>
<p style="margin:0 0 16px;${SMALL}">If the button does nothing, open this address in your browser:<br><a href="${href}" style="color:#1d6475;word-break:break-all">${href}</a></p>`
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, sign => ENTITIES[sign] ?? sign)
}
