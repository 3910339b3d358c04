import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from './options'
import { currentVisit } from './visit'

export interface Route {
  params: Promise<{ nextauth: string[] }>
}

/** next-auth's answer for this visit. */
export async function nextAuth(request: NextRequest, route: Route): Promise<Response> {
  return NextAuth(request, route, authOptions(await currentVisit()))
}

export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } })
}
