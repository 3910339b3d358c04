-- Money that came in and pays for nothing any more is to be paid back.
ALTER TYPE "order_status" ADD VALUE 'TO_REFUND' BEFORE 'REFUNDED';

-- A new value cannot be named in the transaction that adds it, so these name the others.
ALTER TABLE "order" DROP CONSTRAINT "order_paid_with_date";
ALTER TABLE "order" ADD CONSTRAINT "order_paid_with_date" CHECK (("status" NOT IN ('OPEN', 'VOID')) = ("paid_at" IS NOT NULL));
ALTER TABLE "order" DROP CONSTRAINT "order_closed_with_reason";
ALTER TABLE "order" ADD CONSTRAINT "order_closed_with_reason" CHECK (("status" NOT IN ('OPEN', 'PAID')) = ("closed_at" IS NOT NULL) AND ("closed_at" IS NULL) = ("closed_reason" IS NULL));
