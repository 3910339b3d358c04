-- Whether Stripe adds tax to the subscription, which is settled when it begins.
ALTER TABLE "subscription" ADD COLUMN "automatic_tax" BOOLEAN NOT NULL DEFAULT false;

-- What Stripe has added tax to so far. Of the others, the next event of theirs tells.
UPDATE "subscription" SET "automatic_tax" = true
WHERE "provider" = 'STRIPE'
  AND "id" IN (SELECT "subscription_id" FROM "order" WHERE "kind" <> 'CHANGE' AND "tax" > 0);
