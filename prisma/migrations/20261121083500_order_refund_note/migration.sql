-- How money went back that no provider paid back for us: a sentence of staff.
ALTER TABLE "order" ADD COLUMN "refund_note" TEXT;

-- What Prisma cannot say.
ALTER TABLE "order" ADD CONSTRAINT "order_refund_note_of_refunded" CHECK ("refund_note" IS NULL OR "status" = 'REFUNDED');
