'use client'

/** The shell stays; only the page is replaced. */
export { FailedMessage as default } from '@/components/layout/failed-message'
