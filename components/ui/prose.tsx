import classes from './prose.module.css'

/** Text of our own documents, as HTML that was made from Markdown. Never for what people typed. */
export function Prose({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the source is this repository's docs folder alone.
  return <div className={classes.prose} dangerouslySetInnerHTML={{ __html: html }} />
}
