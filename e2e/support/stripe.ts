import { DOUBLE_KEY, DOUBLE_SECRET, StripeDouble } from '@/lib/testing/stripe-double'
import { startWrit, type Writ } from './writ'

export interface WithStripe {
  writ: Writ
  double: StripeDouble
  stop(): Promise<void>
}

/** A double of Stripe, and a server of its own that takes payments through it; both know where the other one is. */
export async function startWithStripe(settings: Record<string, string>): Promise<WithStripe> {
  const double = new StripeDouble()
  await double.start()
  const writ = await startWrit({
    ...settings,
    STRIPE_SECRET_KEY: DOUBLE_KEY,
    STRIPE_WEBHOOK_SECRET: DOUBLE_SECRET,
    STRIPE_URL: double.url,
  })
  double.webhook = `${writ.local}/webhooks/stripe`
  return {
    writ,
    double,
    async stop() {
      await writ.stop()
      double.stop()
    },
  }
}
