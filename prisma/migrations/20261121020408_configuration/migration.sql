-- CreateTable
CREATE TABLE "configuration" (
    "name" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "configuration_pkey" PRIMARY KEY ("name")
);
