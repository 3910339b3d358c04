import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Milliseconds between two looks whether Stripe has told. */
const LOOK_AGAIN = 2000

/** While something is awaited from Stripe, the page is read again every other second. */
export function useLookAgain(waiting: boolean): void {
  const router = useRouter()
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(() => router.refresh(), LOOK_AGAIN)
    return () => clearInterval(timer)
  }, [waiting, router])
}
