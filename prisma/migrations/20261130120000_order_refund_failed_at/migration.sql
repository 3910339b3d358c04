ALTER TABLE "order" ADD COLUMN "refund_failed_at" TIMESTAMPTZ(3);

-- Until now the reason alone said so.
UPDATE "order" SET "refund_failed_at" = "closed_at"
WHERE "status" = 'TO_REFUND' AND "closed_reason" LIKE '% failed: the money did not arrive.';
