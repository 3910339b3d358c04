-- CreateEnum
CREATE TYPE "ticket_kind" AS ENUM ('SALES', 'SUPPORT');

-- CreateEnum
CREATE TYPE "ticket_status" AS ENUM ('OPEN', 'WAITING', 'ANSWERED', 'CLOSED');

-- CreateEnum
CREATE TYPE "ticket_side" AS ENUM ('CUSTOMER', 'STAFF');

-- CreateTable
CREATE TABLE "ticket" (
    "number" SERIAL NOT NULL,
    "organization_id" TEXT NOT NULL,
    "kind" "ticket_kind" NOT NULL,
    "status" "ticket_status" NOT NULL DEFAULT 'OPEN',
    "version" INTEGER NOT NULL DEFAULT 1,
    "subject" TEXT NOT NULL,
    "mau" INTEGER,
    "product_code" TEXT,
    "contact_name" TEXT NOT NULL DEFAULT '',
    "contact_email" TEXT NOT NULL DEFAULT '',
    "license_id" UUID,
    "opened_by_name" TEXT NOT NULL,
    "assignee_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_message_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ticket_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "ticket_message" (
    "id" UUID NOT NULL,
    "ticket_number" INTEGER NOT NULL,
    "side" "ticket_side" NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ticket_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket_note" (
    "id" UUID NOT NULL,
    "ticket_number" INTEGER NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ticket_note_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ticket_organization_id_last_message_at_number_idx" ON "ticket"("organization_id", "last_message_at", "number");

-- CreateIndex
CREATE INDEX "ticket_status_last_message_at_number_idx" ON "ticket"("status", "last_message_at", "number");

-- CreateIndex
CREATE INDEX "ticket_assignee_id_last_message_at_idx" ON "ticket"("assignee_id", "last_message_at");

-- CreateIndex
CREATE INDEX "ticket_message_ticket_number_at_idx" ON "ticket_message"("ticket_number", "at");

-- CreateIndex
CREATE INDEX "ticket_message_author_id_idx" ON "ticket_message"("author_id");

-- CreateIndex
CREATE INDEX "ticket_note_ticket_number_at_idx" ON "ticket_note"("ticket_number", "at");

-- CreateIndex
CREATE INDEX "ticket_note_author_id_idx" ON "ticket_note"("author_id");

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_product_code_fkey" FOREIGN KEY ("product_code") REFERENCES "product"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_license_id_fkey" FOREIGN KEY ("license_id") REFERENCES "license"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_message" ADD CONSTRAINT "ticket_message_ticket_number_fkey" FOREIGN KEY ("ticket_number") REFERENCES "ticket"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_message" ADD CONSTRAINT "ticket_message_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_note" ADD CONSTRAINT "ticket_note_ticket_number_fkey" FOREIGN KEY ("ticket_number") REFERENCES "ticket"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_note" ADD CONSTRAINT "ticket_note_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- What the schema language cannot say.
-- Four digits from the first on: a number to say on the telephone, and none that looks like a test.
ALTER SEQUENCE "ticket_number_seq" RESTART WITH 1001;
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_subject_length" CHECK (char_length("subject") BETWEEN 1 AND 150);
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_sales_mau" CHECK (("kind" = 'SALES') = ("mau" IS NOT NULL));
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_mau_positive" CHECK ("mau" > 0);
ALTER TABLE "ticket_message" ADD CONSTRAINT "ticket_message_length" CHECK (char_length("text") BETWEEN 1 AND 10000);
ALTER TABLE "ticket_note" ADD CONSTRAINT "ticket_note_length" CHECK (char_length("text") BETWEEN 1 AND 10000);
