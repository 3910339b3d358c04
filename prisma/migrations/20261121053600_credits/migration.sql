-- CreateEnum
CREATE TYPE "credit_kind" AS ENUM ('SIGN_UP', 'GRANT', 'DEBIT', 'LICENSE_CALL');

-- CreateTable
CREATE TABLE "credit_product" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "cost" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credit_product_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "credit_account" (
    "organization_id" TEXT NOT NULL,
    "balance" INTEGER NOT NULL,
    "transactions" INTEGER NOT NULL,
    "threshold" INTEGER NOT NULL,
    "told_low_at" TIMESTAMPTZ(3),
    "signed_up_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credit_account_pkey" PRIMARY KEY ("organization_id")
);

-- CreateTable
CREATE TABLE "credit_entry" (
    "id" UUID NOT NULL,
    "organization_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" "credit_kind" NOT NULL,
    "product_code" TEXT,
    "quantity" INTEGER NOT NULL DEFAULT 1,
    "credits" INTEGER NOT NULL,
    "balance" INTEGER NOT NULL,
    "reference" TEXT,
    "reason" TEXT,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,

    CONSTRAINT "credit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credit_request" (
    "client_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "cost" INTEGER NOT NULL,
    "balance" INTEGER NOT NULL,
    "entry_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credit_request_pkey" PRIMARY KEY ("client_id","key")
);

-- CreateIndex
CREATE INDEX "credit_account_signed_up_at_organization_id_idx" ON "credit_account"("signed_up_at", "organization_id");

-- CreateIndex
CREATE INDEX "credit_entry_organization_id_at_id_idx" ON "credit_entry"("organization_id", "at", "id");

-- CreateIndex
CREATE INDEX "credit_entry_organization_id_kind_at_id_idx" ON "credit_entry"("organization_id", "kind", "at", "id");

-- CreateIndex
CREATE INDEX "credit_entry_organization_id_product_code_at_id_idx" ON "credit_entry"("organization_id", "product_code", "at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "credit_request_entry_id_key" ON "credit_request"("entry_id");

-- CreateIndex
CREATE INDEX "credit_request_at_idx" ON "credit_request"("at");

-- AddForeignKey
ALTER TABLE "credit_account" ADD CONSTRAINT "credit_account_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_entry" ADD CONSTRAINT "credit_entry_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "credit_account"("organization_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_entry" ADD CONSTRAINT "credit_entry_product_code_fkey" FOREIGN KEY ("product_code") REFERENCES "credit_product"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_request" ADD CONSTRAINT "credit_request_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "credit_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Constraints that the schema language cannot say.
-- The free credits come once in the life of an organization.
CREATE UNIQUE INDEX "credit_entry_one_sign_up" ON "credit_entry"("organization_id") WHERE "kind" = 'SIGN_UP';
ALTER TABLE "credit_account" ADD CONSTRAINT "credit_account_never_below_zero" CHECK ("balance" BETWEEN 0 AND 1000000000);
ALTER TABLE "credit_account" ADD CONSTRAINT "credit_account_threshold_range" CHECK ("threshold" BETWEEN 0 AND 1000000);
ALTER TABLE "credit_entry" ADD CONSTRAINT "credit_entry_balance_never_below_zero" CHECK ("balance" >= 0);
ALTER TABLE "credit_entry" ADD CONSTRAINT "credit_entry_quantity_positive" CHECK ("quantity" > 0);
ALTER TABLE "credit_entry" ADD CONSTRAINT "credit_entry_sign" CHECK (
    CASE "kind" WHEN 'DEBIT' THEN "credits" <= 0 WHEN 'LICENSE_CALL' THEN "credits" = 0 ELSE "credits" > 0 END);
ALTER TABLE "credit_entry" ADD CONSTRAINT "credit_entry_product_when_used" CHECK (
    ("kind" IN ('DEBIT', 'LICENSE_CALL')) = ("product_code" IS NOT NULL));
ALTER TABLE "credit_entry" ADD CONSTRAINT "credit_entry_reason_when_granted" CHECK (("kind" = 'GRANT') = ("reason" IS NOT NULL));
ALTER TABLE "credit_product" ADD CONSTRAINT "credit_product_cost_range" CHECK ("cost" BETWEEN 0 AND 100000);
ALTER TABLE "credit_product" ADD CONSTRAINT "credit_product_license_free" CHECK ("code" <> 'license' OR ("cost" = 0 AND "active"));

-- The ledger only grows.
CREATE FUNCTION "refuse_change_of_ledger"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'credit_entry is append-only: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "credit_entry_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "credit_entry"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_ledger"();

-- What there is to pay for unless operators change it.
INSERT INTO "credit_product" ("code", "name", "description", "cost", "created_at", "updated_at") VALUES
    ('license', 'License', 'One license call of an installation', 0, now(), now()),
    ('supergluu', 'Super Gluu', 'One authentication by push notification', 1, now(), now()),
    ('typekey', 'Typekey', 'One successful check of how somebody types', 4, now(), now()),
    ('passwurd', 'Passwurd', 'One successful check of a spoken or typed passphrase', 4, now(), now());
