-- CreateEnum
CREATE TYPE "subscription_status" AS ENUM ('ACTIVE', 'PAST_DUE', 'ENDED');

-- CreateEnum
CREATE TYPE "billing_interval" AS ENUM ('MONTH', 'YEAR');

-- CreateEnum
CREATE TYPE "payment_method" AS ENUM ('INVOICE', 'STRIPE');

-- CreateEnum
CREATE TYPE "order_kind" AS ENUM ('NEW', 'RENEWAL', 'CHANGE');

-- CreateEnum
CREATE TYPE "order_status" AS ENUM ('OPEN', 'PAID', 'VOID', 'REFUNDED');

-- CreateTable
CREATE TABLE "plan" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "product_code" TEXT NOT NULL,
    "mau" INTEGER NOT NULL,
    "monthly_price" INTEGER NOT NULL,
    "yearly_price" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "billing_details" (
    "organization_id" TEXT NOT NULL,
    "company" TEXT NOT NULL,
    "contact_name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "tax_id" TEXT NOT NULL,
    "stripe_customer_id" TEXT,

    CONSTRAINT "billing_details_pkey" PRIMARY KEY ("organization_id")
);

-- CreateTable
CREATE TABLE "subscription" (
    "id" UUID NOT NULL,
    "organization_id" TEXT NOT NULL,
    "product_code" TEXT NOT NULL,
    "provider" "payment_method" NOT NULL,
    "status" "subscription_status" NOT NULL DEFAULT 'ACTIVE',
    "plan_code" TEXT NOT NULL,
    "plan_name" TEXT NOT NULL,
    "mau" INTEGER NOT NULL,
    "interval" "billing_interval" NOT NULL,
    "price" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "anchor_day" INTEGER NOT NULL,
    "period_start" TIMESTAMPTZ(0) NOT NULL,
    "period_end" TIMESTAMPTZ(0) NOT NULL,
    "cancel_at_period_end" BOOLEAN NOT NULL DEFAULT false,
    "next_plan_code" TEXT,
    "next_plan_name" TEXT,
    "next_mau" INTEGER,
    "next_interval" "billing_interval",
    "next_price" INTEGER,
    "past_due_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "ended_reason" TEXT,
    "license_id" UUID NOT NULL,
    "stripe_subscription_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order" (
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "organization_id" TEXT NOT NULL,
    "product_code" TEXT NOT NULL,
    "subscription_id" UUID,
    "kind" "order_kind" NOT NULL,
    "status" "order_status" NOT NULL DEFAULT 'OPEN',
    "provider" "payment_method" NOT NULL,
    "plan_code" TEXT NOT NULL,
    "plan_name" TEXT NOT NULL,
    "mau" INTEGER NOT NULL,
    "interval" "billing_interval" NOT NULL,
    "price" INTEGER NOT NULL,
    "amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "period_start" TIMESTAMPTZ(0),
    "period_end" TIMESTAMPTZ(0),
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "paid_at" TIMESTAMPTZ(3),
    "paid_reference" TEXT,
    "paid_by_name" TEXT,
    "closed_at" TIMESTAMPTZ(3),
    "closed_reason" TEXT,
    "company" TEXT NOT NULL,
    "contact_name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "tax_id" TEXT NOT NULL,
    "stripe_session_id" TEXT,
    "stripe_invoice_id" TEXT,
    "stripe_payment_id" TEXT,
    "ordered_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_counter" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "last" INTEGER NOT NULL,

    CONSTRAINT "order_counter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_event" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payment_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "billing_details_stripe_customer_id_key" ON "billing_details"("stripe_customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_stripe_subscription_id_key" ON "subscription"("stripe_subscription_id");

-- CreateIndex
CREATE INDEX "subscription_organization_id_created_at_idx" ON "subscription"("organization_id", "created_at");

-- CreateIndex
CREATE INDEX "subscription_status_period_end_idx" ON "subscription"("status", "period_end");

-- CreateIndex
CREATE UNIQUE INDEX "order_number_key" ON "order"("number");

-- CreateIndex
CREATE UNIQUE INDEX "order_stripe_session_id_key" ON "order"("stripe_session_id");

-- CreateIndex
CREATE UNIQUE INDEX "order_stripe_invoice_id_key" ON "order"("stripe_invoice_id");

-- CreateIndex
CREATE UNIQUE INDEX "order_stripe_payment_id_key" ON "order"("stripe_payment_id");

-- CreateIndex
CREATE INDEX "order_organization_id_created_at_id_idx" ON "order"("organization_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "order_created_at_id_idx" ON "order"("created_at", "id");

-- CreateIndex
CREATE INDEX "order_status_due_at_idx" ON "order"("status", "due_at");

-- CreateIndex
CREATE INDEX "order_subscription_id_idx" ON "order"("subscription_id");

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_product_code_fkey" FOREIGN KEY ("product_code") REFERENCES "product"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "billing_details" ADD CONSTRAINT "billing_details_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_product_code_fkey" FOREIGN KEY ("product_code") REFERENCES "product"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_plan_code_fkey" FOREIGN KEY ("plan_code") REFERENCES "plan"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_license_id_fkey" FOREIGN KEY ("license_id") REFERENCES "license"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order" ADD CONSTRAINT "order_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order" ADD CONSTRAINT "order_product_code_fkey" FOREIGN KEY ("product_code") REFERENCES "product"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order" ADD CONSTRAINT "order_plan_code_fkey" FOREIGN KEY ("plan_code") REFERENCES "plan"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order" ADD CONSTRAINT "order_subscription_id_fkey" FOREIGN KEY ("subscription_id") REFERENCES "subscription"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma cannot say.
CREATE UNIQUE INDEX "order_one_open" ON "order"("organization_id", "product_code") WHERE "status" = 'OPEN';
CREATE UNIQUE INDEX "subscription_one_live" ON "subscription"("organization_id", "product_code") WHERE "status" <> 'ENDED';
-- Licenses beyond this are sold by people.
ALTER TABLE "plan" ADD CONSTRAINT "plan_mau_range" CHECK ("mau" BETWEEN 1 AND 1600);
ALTER TABLE "plan" ADD CONSTRAINT "plan_prices_positive" CHECK ("monthly_price" > 0 AND "yearly_price" > 0);
ALTER TABLE "plan" ADD CONSTRAINT "plan_currency_shape" CHECK ("currency" ~ '^[A-Z]{3}$');
ALTER TABLE "order" ADD CONSTRAINT "order_amount_positive" CHECK ("amount" > 0 AND "price" > 0);
ALTER TABLE "order" ADD CONSTRAINT "order_paid_with_date" CHECK (("status" IN ('PAID', 'REFUNDED')) = ("paid_at" IS NOT NULL));
ALTER TABLE "order" ADD CONSTRAINT "order_closed_with_reason" CHECK (("status" IN ('VOID', 'REFUNDED')) = ("closed_at" IS NOT NULL) AND ("closed_at" IS NULL) = ("closed_reason" IS NULL));
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_period_forward" CHECK ("period_end" > "period_start");
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_ended_with_reason" CHECK (("status" = 'ENDED') = ("ended_at" IS NOT NULL) AND ("ended_at" IS NULL) = ("ended_reason" IS NULL));
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_anchor_is_a_day" CHECK ("anchor_day" BETWEEN 1 AND 31);
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_next_whole" CHECK (("next_plan_code" IS NULL) = ("next_plan_name" IS NULL) AND ("next_plan_code" IS NULL) = ("next_mau" IS NULL) AND ("next_plan_code" IS NULL) = ("next_interval" IS NULL) AND ("next_plan_code" IS NULL) = ("next_price" IS NULL));
ALTER TABLE "order_counter" ADD CONSTRAINT "order_counter_one_row" CHECK ("id" = 1);

INSERT INTO "order_counter" ("id", "last") VALUES (1, 0);

INSERT INTO "plan" ("code", "name", "product_code", "mau", "monthly_price", "yearly_price", "currency", "position") VALUES
    ('flex-200', 'Starter', 'adminui001', 200, 5000, 50000, 'USD', 1),
    ('flex-400', 'Team', 'adminui001', 400, 10000, 100000, 'USD', 2),
    ('flex-800', 'Business', 'adminui001', 800, 18000, 180000, 'USD', 3),
    ('flex-1600', 'Scale', 'adminui001', 1600, 32000, 320000, 'USD', 4);
