'use client'

interface Props {
  error: Error & { digest?: string }
}

/** The last resort, when the root layout itself failed: no styles, no providers, nothing that could fail again. */
export default function GlobalError({ error }: Props) {
  return (
    <html lang="en">
      <head>
        <title>Writ</title>
        <meta content="light dark" name="color-scheme" />
      </head>
      <body>
        <main role="alert">
          <h1>Writ could not show this page</h1>
          <p>Something went wrong on our side. Reload the page in a moment.</p>
          {error.digest && <p>Error id {error.digest}</p>}
          <p>
            <a href="/">Go to the start page</a>
          </p>
        </main>
      </body>
    </html>
  )
}
