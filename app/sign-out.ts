'use server'

import { redirect } from 'next/navigation'
import { endOwnSession } from './end-session'

/** Ends this browser's session and leads to the sign-in page. */
export async function signOut(): Promise<void> {
  await endOwnSession()
  redirect('/sign-in')
}
