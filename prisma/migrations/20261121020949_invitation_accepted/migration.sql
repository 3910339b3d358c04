-- An accepted invitation is kept until it would have expired: whoever opens its link again is led on.
ALTER TABLE "invitation" ADD COLUMN "accepted_at" TIMESTAMPTZ(3);
