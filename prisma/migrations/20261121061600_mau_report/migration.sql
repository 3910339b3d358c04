-- CreateTable
CREATE TABLE "mau_report" (
    "organization_id" TEXT NOT NULL,
    "product_code" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "mau" INTEGER NOT NULL,
    "reported_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mau_report_pkey" PRIMARY KEY ("organization_id","product_code","month")
);

-- AddForeignKey
ALTER TABLE "mau_report" ADD CONSTRAINT "mau_report_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mau_report" ADD CONSTRAINT "mau_report_product_code_fkey" FOREIGN KEY ("product_code") REFERENCES "product"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Constraints that the schema language cannot say.
ALTER TABLE "mau_report" ADD CONSTRAINT "mau_report_month" CHECK ("month" ~ '^20[0-9][0-9]-(0[1-9]|1[0-2])$');
ALTER TABLE "mau_report" ADD CONSTRAINT "mau_report_mau" CHECK ("mau" >= 0);
