-- CreateEnum
CREATE TYPE "license_kind" AS ENUM ('TRIAL', 'SUBSCRIPTION', 'ENTERPRISE');

-- CreateEnum
CREATE TYPE "license_status" AS ENUM ('LIVE', 'EXPIRED', 'REVOKED', 'REPLACED');

-- CreateEnum
CREATE TYPE "trial_claimant" AS ENUM ('ORGANIZATION', 'ACCOUNT');

-- AlterEnum
ALTER TYPE "key_purpose" ADD VALUE 'LICENSE';

-- CreateTable
CREATE TABLE "product" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "per_host" BOOLEAN NOT NULL DEFAULT false,
    "trial_days" INTEGER,
    "trial_mau" INTEGER,

    CONSTRAINT "product_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "license" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "product_code" TEXT NOT NULL,
    "fqdn" TEXT NOT NULL DEFAULT '',
    "kind" "license_kind" NOT NULL,
    "mau_threshold" INTEGER NOT NULL,
    "valid_from" TIMESTAMPTZ(0) NOT NULL,
    "valid_until" TIMESTAMPTZ(0) NOT NULL,
    "status" "license_status" NOT NULL DEFAULT 'LIVE',
    "activated_at" TIMESTAMPTZ(3),
    "suspended_at" TIMESTAMPTZ(3),
    "suspended_reason" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "ended_reason" TEXT,
    "replaces_id" UUID,
    "customer_company" TEXT NOT NULL DEFAULT '',
    "customer_email" TEXT NOT NULL DEFAULT '',
    "customer_first_name" TEXT NOT NULL DEFAULT '',
    "customer_last_name" TEXT NOT NULL DEFAULT '',
    "notes" TEXT NOT NULL DEFAULT '',
    "issued_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "license_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trial_claim" (
    "hash" TEXT NOT NULL,
    "claimant" "trial_claimant" NOT NULL,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "trial_claim_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "installation" (
    "id" UUID NOT NULL,
    "organization_id" TEXT NOT NULL,
    "product_code" TEXT NOT NULL,
    "fqdn" TEXT NOT NULL DEFAULT '',
    "client_id" TEXT,
    "ssa_jti" UUID,
    "license_id" UUID,
    "address" TEXT,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "license_document" (
    "jti" UUID NOT NULL,
    "license_id" UUID NOT NULL,
    "kid" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(0) NOT NULL,
    "expires_at" TIMESTAMPTZ(0) NOT NULL,

    CONSTRAINT "license_document_pkey" PRIMARY KEY ("jti")
);

-- CreateIndex
CREATE UNIQUE INDEX "license_key_key" ON "license"("key");

-- CreateIndex
CREATE UNIQUE INDEX "license_replaces_id_key" ON "license"("replaces_id");

-- CreateIndex
CREATE INDEX "license_organization_id_product_code_created_at_idx" ON "license"("organization_id", "product_code", "created_at");

-- CreateIndex
CREATE INDEX "license_status_valid_until_idx" ON "license"("status", "valid_until");

-- CreateIndex
CREATE INDEX "license_created_at_id_idx" ON "license"("created_at", "id");

-- CreateIndex
CREATE INDEX "installation_organization_id_last_seen_at_id_idx" ON "installation"("organization_id", "last_seen_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "installation_client_id_product_code_fqdn_key" ON "installation"("client_id", "product_code", "fqdn");

-- CreateIndex
CREATE INDEX "license_document_license_id_issued_at_idx" ON "license_document"("license_id", "issued_at");

-- CreateIndex
CREATE INDEX "license_document_kid_expires_at_idx" ON "license_document"("kid", "expires_at");

-- AddForeignKey
ALTER TABLE "license" ADD CONSTRAINT "license_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "license" ADD CONSTRAINT "license_product_code_fkey" FOREIGN KEY ("product_code") REFERENCES "product"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "license" ADD CONSTRAINT "license_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "license"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "installation" ADD CONSTRAINT "installation_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "installation" ADD CONSTRAINT "installation_product_code_fkey" FOREIGN KEY ("product_code") REFERENCES "product"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "installation" ADD CONSTRAINT "installation_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "client"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "installation" ADD CONSTRAINT "installation_ssa_jti_fkey" FOREIGN KEY ("ssa_jti") REFERENCES "ssa"("jti") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "installation" ADD CONSTRAINT "installation_license_id_fkey" FOREIGN KEY ("license_id") REFERENCES "license"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "license_document" ADD CONSTRAINT "license_document_license_id_fkey" FOREIGN KEY ("license_id") REFERENCES "license"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "license_document" ADD CONSTRAINT "license_document_kid_fkey" FOREIGN KEY ("kid") REFERENCES "signing_key"("kid") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Constraints that the schema language cannot say.
-- One live license for each organization, product and host, whatever several processes do at once.
CREATE UNIQUE INDEX "license_one_live" ON "license"("organization_id", "product_code", "fqdn") WHERE "status" = 'LIVE';
-- One trial for each organization: the claims keep it so after the row is gone.
CREATE UNIQUE INDEX "license_one_trial" ON "license"("organization_id") WHERE "kind" = 'TRIAL';
ALTER TABLE "license" ADD CONSTRAINT "license_key_shape" CHECK ("key" ~ '^([A-HJ-NP-Z2-9]{4}-){3}[A-HJ-NP-Z2-9]{4}$');
ALTER TABLE "license" ADD CONSTRAINT "license_ends_after_start" CHECK ("valid_until" > "valid_from");
ALTER TABLE "license" ADD CONSTRAINT "license_mau_positive" CHECK ("mau_threshold" > 0);
ALTER TABLE "license" ADD CONSTRAINT "license_fqdn_folded" CHECK ("fqdn" = lower("fqdn"));
ALTER TABLE "license" ADD CONSTRAINT "license_ended_unless_live" CHECK (("status" = 'LIVE') = ("ended_at" IS NULL));
ALTER TABLE "license" ADD CONSTRAINT "license_suspended_with_reason" CHECK (("suspended_at" IS NULL) = ("suspended_reason" IS NULL));
ALTER TABLE "product" ADD CONSTRAINT "product_trial_whole" CHECK (("trial_days" IS NULL) = ("trial_mau" IS NULL));
ALTER TABLE "product" ADD CONSTRAINT "product_trial_positive" CHECK ("trial_days" > 0 AND "trial_mau" > 0);

-- What is licensed unless operators add more. The codes and names are those that installed software knows.
INSERT INTO "product" ("code", "name", "per_host", "trial_days", "trial_mau") VALUES
    ('adminui001', 'Gluu Admin UI', false, 30, 1000),
    ('gluu4', 'Gluu Server 4', true, NULL, NULL);
