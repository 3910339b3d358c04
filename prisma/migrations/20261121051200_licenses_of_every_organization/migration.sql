-- CreateTable
CREATE TABLE "license_reminder" (
    "license_id" UUID NOT NULL,
    "days" INTEGER NOT NULL,
    "valid_until" TIMESTAMPTZ(0) NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "license_reminder_pkey" PRIMARY KEY ("license_id","days","valid_until")
);

-- AddForeignKey
ALTER TABLE "license_reminder" ADD CONSTRAINT "license_reminder_license_id_fkey" FOREIGN KEY ("license_id") REFERENCES "license"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- DropIndex
DROP INDEX "license_status_valid_until_idx";

-- CreateIndex
CREATE INDEX "license_status_valid_until_id_idx" ON "license"("status", "valid_until", "id");
CREATE INDEX "license_status_created_at_id_idx" ON "license"("status", "created_at", "id");
CREATE INDEX "license_kind_valid_until_id_idx" ON "license"("kind", "valid_until", "id");
CREATE INDEX "license_kind_created_at_id_idx" ON "license"("kind", "created_at", "id");
CREATE INDEX "license_product_code_valid_until_id_idx" ON "license"("product_code", "valid_until", "id");
CREATE INDEX "license_product_code_created_at_id_idx" ON "license"("product_code", "created_at", "id");
CREATE INDEX "license_valid_until_id_idx" ON "license"("valid_until", "id");

-- What the schema language cannot say.
-- The few that are suspended, or start later: other indexes would have to be read from end to end for them.
CREATE INDEX "license_suspended" ON "license"("created_at", "id") WHERE "suspended_at" IS NOT NULL;
CREATE INDEX "license_valid_from_idx" ON "license"("valid_from") WHERE "status" = 'LIVE';

-- The words of a text, in lower case, whatever ASCII sign stands between them: searched by their beginnings.
CREATE FUNCTION words_of(text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT array_to_tsvector(array_remove(regexp_split_to_array(lower($1), '[[:space:]!-/:-@[-`{-~]+'), '')) $$;
CREATE INDEX "license_words" ON "license" USING gin (words_of("key" || ' ' || "organization_id" || ' ' || "customer_company" || ' ' || "customer_email" || ' ' || "customer_first_name" || ' ' || "customer_last_name"));
CREATE INDEX "organization_words" ON "organization" USING gin (words_of("id" || ' ' || "name"));
