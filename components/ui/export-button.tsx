'use client'

import { IconDownload } from '@tabler/icons-react'
import { useSearchParams } from 'next/navigation'
import { PRESENTATION } from './data-table/query'
import { LinkMenu } from './link-menu'

/** Downloads what the filters let through; `url` is the portal read behind the list. */
export function ExportButton({ url }: { url: string }) {
  const searchParams = useSearchParams()
  const href = (format: string) => {
    const query = new URLSearchParams(searchParams)
    for (const name of PRESENTATION) query.delete(name)
    query.set('format', format)
    return `${url}/export?${query}`
  }
  return (
    <LinkMenu
      icon={<IconDownload aria-hidden="true" size={16} />}
      label="Export"
      links={[
        { label: 'CSV, for spreadsheets', href: href('csv') },
        { label: 'JSON, for programs', href: href('json') },
      ]}
    />
  )
}
