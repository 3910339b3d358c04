-- The tax in the amount, and how it is called: "VAT 19%".
ALTER TABLE "order" ADD COLUMN "tax" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "tax_label" TEXT;

-- What Prisma cannot say.
ALTER TABLE "order" ADD CONSTRAINT "order_tax_within_amount" CHECK ("tax" BETWEEN 0 AND "amount");
ALTER TABLE "order" ADD CONSTRAINT "order_tax_has_a_name" CHECK ("tax" = 0 OR "tax_label" IS NOT NULL);
