-- One row per key: a window opens with its first take, so that its end can be told exactly.
-- Counts live for minutes at most; none is worth carrying over.
TRUNCATE TABLE "rate_window";

-- AlterTable
ALTER TABLE "rate_window" DROP CONSTRAINT "rate_window_pkey",
DROP COLUMN "starts_at",
ADD CONSTRAINT "rate_window_pkey" PRIMARY KEY ("key");
